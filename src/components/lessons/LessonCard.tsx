import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useExperiment } from "../../store/experiment/experimentStore";
import { lessonCard } from "../../store/lessons/lessonSelectors";
import { useLesson } from "../../store/lessons/lessonStore";
import { unsetText } from "../../store/words/unsetText";
import { useActions } from "../ui/actionsContext";
import { Icon, type IconName } from "../ui/Icon";
import { LiveWords, ToldOnce } from "../ui/LiveWords";
import { MathText } from "../ui/MathSymbol";
import { untilSettled } from "../ui/untilSettled";
import { PHONE, useMediaQuery } from "../ui/useMediaQuery";
import { bringIntoSight, isLookedAt } from "./bringIntoSight";
import { focusLessonsButton } from "./focusLessonsButton";
import "./lessonCard.css";

/** The step of the lesson that is open: what it says, what to do, and the way on. Over the charts; on a phone a sheet above the transport. */
export function LessonCard() {
  const actions = useActions();
  const card = useRef<HTMLElement>(null);
  const state = useLesson((lesson) => lesson);
  const model = lessonCard(state);
  const isAway = useExperiment((shown) => model !== null && !model.isRaceOf(shown));
  const isPhone = useMediaQuery(PHONE);
  const [isSmall, setSmall] = useState(false);
  const id = model?.id;
  useEffect(() => {
    if (id !== undefined && state.takesFocus) card.current?.focus({ preventScroll: true });
  }, [id, state.takesFocus]);
  const parts = model?.step.parts;
  const place = model?.place;
  useEffect(() => {
    const { current } = card;
    if (!current || !place || !parts) return undefined;
    return untilSettled(() => bringIntoSight(parts, current, isPhone));
  }, [isPhone, place, parts]);
  const hasRemark = state.isReached || state.isHinted;
  useEffect(() => {
    if (card.current && parts && hasRemark && isLookedAt(parts)) bringIntoSight(parts, card.current, isPhone);
  }, [isPhone, parts, hasRemark]);
  if (!model) return null;
  const { title, step, back, next, nextName } = model;
  const isFolded = isPhone && isSmall;
  const close = () => {
    actions.setLesson(null);
    focusLessonsButton();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <section
      ref={card}
      className="lesson"
      aria-label={unsetText(`Lesson: ${title}`)}
      tabIndex={-1}
      data-folded={isFolded || undefined}
      onKeyDown={onKeyDown}
    >
      <header>
        <p className="lesson-place">
          <b>
            <MathText text={title} />
          </b>
          <span className="muted">{place}</span>
        </p>
        {isPhone ? (
          <button type="button" className="btn quiet" aria-expanded={!isFolded} onClick={() => setSmall(!isFolded)}>
            <span>{isFolded ? "More" : "Less"}</span>
          </button>
        ) : null}
        <button type="button" className="btn quiet square" aria-label="Close the lesson" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div className="lesson-words" aria-live="polite">
        <h2>
          <MathText text={step.title} />
        </h2>
        <p>
          <MathText text={step.text} />
        </p>
      </div>
      {state.isReached ? <Remark key={step.seen} icon="check" text={step.seen} /> : null}
      {state.isHinted ? <Remark key={step.hint} icon="info" text={step.hint} /> : null}
      <footer>
        {isAway ? (
          <button type="button" className="btn" onClick={() => actions.setLesson(id ?? null)}>
            Start its race again
          </button>
        ) : null}
        <button type="button" className="btn" disabled={back === null} onClick={() => actions.setLesson(back)}>
          Back
        </button>
        <button
          type="button"
          className={state.isReached ? "btn primary" : "btn"}
          onClick={() => (next === null ? close() : actions.setLesson(next))}
        >
          <span>{nextName}</span>
        </button>
      </footer>
      <p className="hidden" role="status">
        <ToldOnce key={`${id} ${place}`} text={state.isReached ? step.seen : state.isHinted ? step.hint : ""} />
      </p>
    </section>
  );
}

/** A sentence beside its sign. */
function Remark({ icon, text }: { icon: IconName; text: string }) {
  return (
    <p className="lesson-remark">
      <Icon name={icon} />
      <LiveWords text={text} />
    </p>
  );
}
