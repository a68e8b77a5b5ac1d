import { Fragment, useEffect, useRef } from "react";
import {
  PAGE_PARTS,
  type PagePart,
  partsOf,
  WALK_STAGES,
  WALK_TITLES,
  type WalkStage,
} from "../../../config/tables/walk";
import type { SeriesModel } from "../../../store/charts/chartModels";
import { useExperiment } from "../../../store/experiment/experimentStore";
import { canWalk } from "../../../store/experiment/walk";
import type { LookaheadModel } from "../../../store/views/lookahead/lookaheadSelectors";
import { walkCaption } from "../../../store/views/lookahead/walkCaptions";
import { useActions } from "../../ui/actionsContext";
import { Icon } from "../../ui/Icon";
import { MathText } from "../../ui/MathSymbol";
import { PHONE, useMediaQuery } from "../../ui/useMediaQuery";
import "./walk.css";

interface WalkProps {
  series: SeriesModel;
  model: LookaheadModel;
}

/** The way into the walk; while it goes on, its caption and buttons stand at the lower edge of the window. */
export function Walk({ series, model }: WalkProps) {
  const actions = useActions();
  const stage = useExperiment((state) => state.display.walkStage); // not the charts' state, which comes late for a quick hand
  const isPossible = useExperiment(canWalk);
  const entrance = useRef<HTMLButtonElement>(null);
  const hasWalked = useRef(false);
  useEffect(() => {
    if (stage === null && hasWalked.current) entrance.current?.focus({ preventScroll: true });
    hasWalked.current = stage !== null;
  }, [stage]);
  return (
    <>
      <button
        ref={entrance}
        type="button"
        className="btn walk-start"
        disabled={!isPossible}
        aria-expanded={stage !== null}
        onClick={() => actions.walkTo(stage === null ? 1 : null)}
      >
        {stage === null ? "Walk through one step" : "End the walk"}
      </button>
      {stage === null ? null : <WalkBar series={series} model={model} stage={stage} />}
    </>
  );
}

/** One stage in words, the parts of the page it points at, and the way on. */
function WalkBar({ series, model, stage }: WalkProps & { stage: WalkStage }) {
  const actions = useActions();
  const next = useRef<HTMLButtonElement>(null);
  const isPhone = useMediaQuery(PHONE);
  useEffect(() => {
    next.current?.focus({ preventScroll: true });
    document.getElementById(PAGE_PARTS.picture.anchor ?? "")?.scrollIntoView({ block: "nearest" }); // begun from elsewhere
  }, []);
  useEffect(() => {
    // where the card takes much of the window, what it speaks of is brought above it
    if (isPhone && stage) document.getElementById(PAGE_PARTS.picture.anchor ?? "")?.scrollIntoView({ block: "start" });
  }, [isPhone, stage]);
  return (
    <section className="walk" aria-label="Walk through one step">
      <ol aria-hidden="true">
        {WALK_STAGES.map((one) => (
          <li key={one} className={one === stage ? "now" : undefined}>
            {one}
          </li>
        ))}
      </ol>
      <div className="walk-words" role="status">
        <h3>{`${stage} · ${WALK_TITLES[stage]}`}</h3>
        <p>
          <MathText text={walkCaption(stage, series.optimizer, model)} />{" "}
          <PartNames parts={["picture", ...partsOf(stage, series.optimizer)]} />
        </p>
      </div>
      <div className="walk-buttons">
        <button type="button" className="btn" disabled={stage === 1} onClick={() => actions.walkTo(before(stage))}>
          Back
        </button>
        {stage === 5 ? (
          <button
            ref={next}
            type="button"
            className="btn primary"
            disabled={!model.isNext || model.end !== null}
            onClick={actions.walkOn}
          >
            <Icon name="step" />
            <span>Take this step</span>
          </button>
        ) : (
          <button ref={next} type="button" className="btn primary" onClick={() => actions.walkTo(after(stage))}>
            Next
          </button>
        )}
      </div>
    </section>
  );
}

/** Where to look; what may be out of sight is a way there. */
function PartNames({ parts }: { parts: readonly PagePart[] }) {
  return (
    <span className="walk-parts">
      Look at{" "}
      {parts.map((part, index) => {
        const { name, anchor } = PAGE_PARTS[part];
        return (
          <Fragment key={part}>
            <span>{index === 0 ? "" : ", "}</span>
            {anchor ? (
              <a href={`#${anchor}`}>
                <MathText text={name} />
              </a>
            ) : (
              <MathText text={name} />
            )}
          </Fragment>
        );
      })}
      <span>.</span>
    </span>
  );
}

const before = (stage: WalkStage): WalkStage => WALK_STAGES[WALK_STAGES.indexOf(stage) - 1] ?? stage;
const after = (stage: WalkStage): WalkStage => WALK_STAGES[WALK_STAGES.indexOf(stage) + 1] ?? stage;
