import type { CSSProperties } from "react";
import { PAGE_PARTS } from "../../config/tables/walk";
import { selectScrubber } from "../../store/charts/scrubberSelectors";
import { useExperiment } from "../../store/experiment/experimentStore";
import { moveKey } from "../../store/views/effect/effectSelectors";
import { unsetText } from "../../store/words/unsetText";
import { markerColor } from "../charts/marks/markers";
import { useActions } from "../ui/actionsContext";
import { Slider } from "../ui/Slider";
import { TEST_IDS } from "../ui/testIds";
import { usePointedAt } from "../ui/usePointedAt";
import "./scrubber.css";

/** Drag to any past step: every chart, spectrum and picture shows that step from the log. */
export function Scrubber() {
  const actions = useActions();
  const { steps, reached, at, isPast, markers, text } = useExperiment(selectScrubber);
  const isPointedAt = usePointedAt("scrubber");
  const share = (step: number) => ({ "--f": Math.min(1, step / steps) }) as CSSProperties;
  return (
    <div id={PAGE_PARTS.scrubber.anchor} className="scrubber" data-pointed={isPointedAt}>
      <span className="legend" aria-hidden="true">
        look at
      </span>
      <div className="scrub-track" style={{ "--reached": Math.min(1, reached / steps) } as CSSProperties}>
        {markers.map(({ run, name, gesture, step, text: move }) => (
          // biome-ignore lint/a11y: for the pointer only; the view of its effect lists every move for the keyboard
          <i
            key={`${run} ${name} ${gesture} ${step}`}
            className="scrub-mark"
            title={`${unsetText(move)} at step ${step}: what did it do?`}
            style={{ ...share(step), color: markerColor(name) }}
            onClick={() => actions.chooseMove(moveKey({ step, text: move }))}
          />
        ))}
        <Slider
          testId={TEST_IDS.scrubber}
          label="Step shown"
          text={text}
          value={isPast ? at : null}
          position={Math.min(1, at / steps)}
          stops={steps}
          valueAt={(position): number | null => Math.round(position * steps)}
          onSet={actions.scrubTo}
        />
      </div>
      <output className="scrub-text">{`step ${at}`}</output>
      {isPast && at > 0 ? (
        <button
          type="button"
          className="scrub-latest"
          title={`A branch from step ${at}: weights and optimizers as they were then; the run so far stays as dashed curves`}
          onClick={actions.fork}
        >
          Fork here
        </button>
      ) : null}
      <button type="button" className="scrub-latest" disabled={!isPast} onClick={() => actions.scrubTo(null)}>
        Latest
      </button>
    </div>
  );
}
