import { useState } from "react";
import { selectRates } from "../../store/controls/knobSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { Boundary } from "../states/Boundary";
import { Later } from "../ui/Later";
import { usePointedAt } from "../ui/usePointedAt";
import "./rateKnobs.css";

const fetchRates = async () => (await import("./RateList")).RateList;

/** The learning rates of methods that do not learn theirs, folded; their script is fetched when they are opened. */
export function RateKnobs() {
  const hasRates = useExperiment((state) => selectRates(state).length > 0);
  const isPointedAt = usePointedAt("rates");
  const [isOpen, setOpen] = useState(false);
  if (!hasRates) return null;
  return (
    <details className="rates" data-pointed={isPointedAt} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Learning rates set by hand</summary>
      {isOpen ? (
        <Boundary around="figure">
          <Later fetchPart={fetchRates} late={null} />
        </Boundary>
      ) : null}
    </details>
  );
}
