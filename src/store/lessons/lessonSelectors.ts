import { PRESETS } from "../../config/experiment/presets";
import type { Lesson, LessonStep } from "../../config/lessons/lesson";
import { LESSONS } from "../../config/lessons/lessons";
import type { ExperimentState } from "../experiment/state";
import type { LessonState } from "./lessonStore";

/** What stands around the words of a step. */
export interface LessonCardModel {
  id: string;
  title: string;
  step: LessonStep;
  /** "step 2 of 6" */
  place: string;
  /** What `setLesson` takes for the step before; null: this is the first. */
  back: string | null;
  /** The same for the step after, or the next lesson; null: the card closes. */
  next: string | null;
  nextName: string;
  /** Whether the page shows the lesson's race, whatever was added to it. */
  isRaceOf: (state: Pick<ExperimentState, "config">) => boolean;
}

/** The card of the lesson that is open; null where none is. */
export function lessonCard({ lesson, at, isReached }: LessonState): LessonCardModel | null {
  const step = lesson?.steps[at];
  if (!lesson || !step) return null;
  const { id, title, steps } = lesson;
  const isLast = at === steps.length - 1;
  const following = LESSONS[LESSONS.indexOf(lesson) + 1];
  return {
    id,
    title,
    step,
    place: `step ${at + 1} of ${steps.length}`,
    back: at === 0 ? null : `${id}:${at}`,
    next: isLast ? (following?.id ?? null) : `${id}:${at + 2}`,
    nextName: !isReached ? "Skip" : !isLast ? "Next" : following ? "Next lesson" : "Finish",
    isRaceOf: ({ config }) => isRaceOf(lesson, config),
  };
}

/** Task and methods that a lesson starts with. */
function raceOf({ start }: Lesson): { task: string; ids: readonly string[] } {
  const experiment =
    "experiment" in start ? start.experiment : PRESETS.find(({ id }) => id === start.preset)?.experiment;
  return { task: experiment?.task ?? "", ids: experiment?.optimizers?.map(({ id }) => id) ?? [] };
}

function isRaceOf(lesson: Lesson, config: ExperimentState["config"]): boolean {
  const { task, ids } = raceOf(lesson);
  return config.task === task && ids.every((id) => config.optimizers.some((entry) => entry.id === id));
}
