import { useId } from "react";
import { useExperiment } from "../../../store/experiment/experimentStore";
import type { SweepQuantity } from "../../../store/experiment/sweepMapState";
import { selectSweepControls } from "../../../store/views/sweepMap/sweepSelectors";
import { useActions } from "../../ui/actionsContext";
import { MathText } from "../../ui/MathSymbol";
import "./sweepMap.css";

const QUANTITIES: readonly { shows: SweepQuantity; word: string }[] = [
  { shows: "loss", word: "loss" },
  { shows: "learningRate", word: "η" },
];

interface SweepControlsProps {
  stale: string | null;
  shows: SweepQuantity;
}

/** What the colours show; the making of a map, its progress and its end. */
export function SweepControls({ stale, shows }: SweepControlsProps) {
  const actions = useActions();
  const group = useId();
  const controls = useExperiment(selectSweepControls);
  const { status, isRecorded, canStart, steps, choices, cost, share, detail } = controls;
  return (
    <>
      {stale ? (
        <p className="stale">
          <MathText text={`Made for ${stale}. The page shows something else now.`} />
        </p>
      ) : null}
      <div className="sweep-controls">
        <fieldset className="segments" aria-label="Colours show">
          {QUANTITIES.map(({ shows: quantity, word }) => (
            <label key={quantity}>
              <input
                type="radio"
                name={group}
                checked={shows === quantity}
                onChange={() => actions.setSweepShows(quantity)}
              />
              <MathText text={word} />
            </label>
          ))}
        </fieldset>
        <span className="hidden" role="status">
          {status === "done" && !isRecorded ? "The sweep map is done." : ""}
        </span>
        {status === "running" ? (
          <>
            <label className="progress">
              <span>{detail}</span>
              <progress max={1} value={share} />
            </label>
            <button type="button" className="btn" onClick={actions.cancelSweep}>
              Cancel
            </button>
          </>
        ) : (
          <>
            <button type="button" className="btn" disabled={!canStart} onClick={actions.startSweep}>
              {status === "none" ? "Compute map" : "Compute again"}
            </button>
            <label className="field">
              <select
                aria-label="Steps of each cell"
                value={steps}
                onChange={(event) => actions.setSweepSteps(Number(event.target.value))}
              >
                {choices.map((choice) => (
                  <option key={choice} value={choice}>
                    {`${choice} steps each`}
                  </option>
                ))}
              </select>
            </label>
            <span className="muted">{cost}</span>
          </>
        )}
      </div>
    </>
  );
}
