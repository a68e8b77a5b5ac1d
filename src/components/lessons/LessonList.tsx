import { useEffect, useRef, useState } from "react";
import type { Lesson } from "../../config/lessons/lesson";
import { LESSONS } from "../../config/lessons/lessons";
import { useLesson } from "../../store/lessons/lessonStore";
import { unsetText } from "../../store/words/unsetText";
import { useActions } from "../ui/actionsContext";
import { MathText } from "../ui/MathSymbol";
import { focusLessonsButton } from "./focusLessonsButton";
import { Handout } from "./Handout";
import "./lessonList.css";

/** All lessons, with what was done of each in this browser. One starts with its own race, from its first step or where it was left. */
export function LessonList() {
  const [printed, setPrinted] = useState<Lesson | null>(null);
  const last = useRef<Lesson>(null);
  const open = (lesson: Lesson) => {
    last.current = lesson;
    setPrinted(lesson);
  };
  if (printed) return <Handout lesson={printed} onBack={() => setPrinted(null)} />;
  return <AllLessons printedLast={last.current} onPrint={open} />;
}

interface AllLessonsProps {
  /** Its button has the focus again when its handout closes. */
  printedLast: Lesson | null;
  onPrint: (lesson: Lesson) => void;
}

function AllLessons({ printedLast, onPrint }: AllLessonsProps) {
  const actions = useActions();
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => opener.current?.focus(), []);
  const progress = useLesson((state) => state.progress);
  return (
    <>
      <p>
        Each step asks you to do one thing with the race, and sees when it is done. A lesson starts a race of its own;
        closing it leaves that race on the page. This browser keeps how far you came. As scenes, a lesson is a talk:
        what is seen, one thing after the other.
      </p>
      <ol className="lesson-list">
        {LESSONS.map((lesson) => {
          const { id, title, about, steps } = lesson;
          const done = Math.min(progress[id] ?? 0, steps.length);
          const isOnTheWay = done > 0 && done < steps.length;
          return (
            <li key={id}>
              <h3>
                <MathText text={title} />
              </h3>
              <p>
                <MathText text={about} />
              </p>
              <p className="lesson-done">
                <progress max={steps.length} value={done} aria-label={unsetText(`Steps done of ${title}`)} />
                <span className="muted">{done === steps.length ? "done" : `${done} of ${steps.length} steps`}</span>
                <button
                  type="button"
                  className={isOnTheWay ? "btn" : "btn primary"}
                  aria-label={unsetText(`Start: ${title}`)}
                  onClick={() => actions.setLesson(id)}
                >
                  Start
                </button>
                <button
                  type="button"
                  className="btn"
                  aria-label={unsetText(`Show as scenes: ${title}`)}
                  onClick={() => {
                    actions.setLesson(null);
                    focusLessonsButton();
                    actions.scenes((control) => void control.present(id));
                  }}
                >
                  Show as scenes
                </button>
                <button
                  type="button"
                  className="btn"
                  ref={lesson === printedLast ? opener : null}
                  aria-label={unsetText(`Handout: ${title}`)}
                  onClick={() => onPrint(lesson)}
                >
                  Handout
                </button>
                {isOnTheWay ? (
                  <button
                    type="button"
                    className="btn primary"
                    aria-label={unsetText(`Go on at step ${done + 1}: ${title}`)}
                    onClick={() => actions.setLesson(`${id}:${done + 1}`)}
                  >
                    <span>{`Go on at step ${done + 1}`}</span>
                  </button>
                ) : null}
              </p>
            </li>
          );
        })}
      </ol>
    </>
  );
}
