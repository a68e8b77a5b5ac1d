import { selectRates } from "../../store/controls/knobSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { RunName } from "../ui/MathSymbol";
import { Swatch } from "../ui/Swatch";
import { usePointedAt } from "../ui/usePointedAt";
import { Knob } from "./Knob";
import "./rateKnobs.css";

/** The learning rates of methods that do not learn theirs: each move acts in the run's next step, as those of λ do. */
export function RateKnobs() {
  const rates = useExperiment(selectRates);
  const isPointedAt = usePointedAt("rates");
  if (rates.length === 0) return null;
  return (
    <details className="rates" data-pointed={isPointedAt}>
      <summary>Learning rates set by hand</summary>
      {rates.map(({ series: { run, name, token, variant }, knob }) => (
        <Knob key={run} knob={knob} run={run} compact>
          <span className="rate-owner">
            <Swatch token={token} variant={variant} />
            <RunName name={name} />
          </span>
        </Knob>
      ))}
    </details>
  );
}
