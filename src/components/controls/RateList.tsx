import { useEffect, useState } from "react";
import type { OptimumModel } from "../../store/controls/optimumSelectors";
import { selectOptima } from "../../store/controls/optimumSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { settingText } from "../../store/words/settingWords";
import { useActions } from "../ui/actionsContext";
import { MathText, RunName } from "../ui/MathSymbol";
import { Swatch } from "../ui/Swatch";
import { Knob } from "./Knob";
import "./rateList.css";

/** How long a slider takes to its new place; the same number stands in the styles. */
const GLIDE_MS = 400;

/** The learning rates of methods that do not learn theirs: each move acts in the run's next step, as those of λ do. */
export function RateList() {
  const rates = useExperiment(selectOptima);
  return rates.map((rate) => <Rate key={rate.series.run} {...rate} />);
}

/** One of them, with the way to the best on record and back. */
function Rate({ series: { run, name, token, variant }, knob, optimum, says }: OptimumModel) {
  const actions = useActions();
  const isStill = useExperiment((state) => state.display.mode === "test");
  /** What was set by hand before the optimum. */
  const [before, setBefore] = useState<number | null>(null);
  const [glides, setGlides] = useState(0);
  useEffect(() => {
    if (glides === 0) return;
    const timer = setTimeout(() => setGlides(0), GLIDE_MS);
    return () => clearTimeout(timer);
  }, [glides]);
  const isThere = knob.value === optimum?.value;
  const wayBack = isThere && before !== null ? settingText("learningRate", before) : null;
  const set = () => {
    const value = wayBack === null ? optimum?.value : before;
    if (value == null) return;
    setBefore(wayBack === null ? knob.value : null);
    if (!isStill) setGlides(glides + 1);
    actions.setHyperparam(run, "learningRate", value);
  };
  const word = wayBack === null ? "Set to optimum" : `Back to ${wayBack}`;
  return (
    <div className="rate" data-gliding={glides > 0 || undefined}>
      <Knob knob={knob} run={run} compact>
        <span className="rate-owner">
          <Swatch token={token} variant={variant} />
          <RunName name={name} />
        </span>
      </Knob>
      <p className="optimum">
        <button
          type="button"
          className="btn"
          aria-label={`${word}: η of ${name}`}
          disabled={optimum === null || (isThere && wayBack === null)}
          onClick={set}
        >
          <span>{word}</span>
        </button>{" "}
        {optimum ? (
          <b translate="no">
            η <span>{optimum.text}</span>
          </b>
        ) : null}
        <span className="optimum-says">
          <MathText text={says} />
        </span>
      </p>
    </div>
  );
}
