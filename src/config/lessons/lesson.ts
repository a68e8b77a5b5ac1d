import type { ExperimentInput } from "../experiment/experiment";
import type { ChoiceHyperparamName, HyperparamName } from "../tables/hyperparams";
import type { OptimizerId } from "../tables/optimizers";
import type { TaskOptionName } from "../tables/taskOptions";
import type { ViewId } from "../tables/views";
import type { PagePart } from "../tables/walk";
import type { LessonId } from "./lessonIds";

/** A range of numbers, both ends among them; an absent end is open. */
export interface NumberRange {
  atLeast?: number;
  atMost?: number;
}

/** A setting of a run, and where it is to stand. */
export interface SettingRange extends NumberRange {
  run: string;
  name: HyperparamName;
}

/** What the reader does at the end of a step of a lesson, as far as the page's state shows it. "Since" is since the step is shown. */
export type LessonGoal =
  /** The race has trained since. */
  | { kind: "play" }
  /** It has trained since, and is at rest. */
  | { kind: "pause" }
  /** The race has come to a step. */
  | { kind: "reach"; step: number }
  /** It has trained so many steps more since, with a setting in a range; of a race that was started since, so many in all. */
  | { kind: "train"; steps: number; under?: SettingRange }
  /** A setting of a run stands in a range: moved while it trains, or set for a race that starts anew. */
  | ({ kind: "set" } & SettingRange)
  /** A choice of a run, as its precision, is this one. */
  | { kind: "choose"; run: string; name: ChoiceHyperparamName; choice: string }
  /** An option of the task stands in a range. */
  | ({ kind: "option"; name: TaskOptionName } & NumberRange)
  /** One more run of a method than there was, with a setting in a range. */
  | ({ kind: "copy"; id: OptimizerId; name: HyperparamName } & NumberRange)
  /** A past step is looked at, in a range. */
  | ({ kind: "scrub" } & NumberRange)
  /** A past step is looked at, before the last move of a slider. */
  | { kind: "scrubBeforeMove" }
  | { kind: "openView"; view: ViewId }
  | { kind: "axis"; axis: "steps" | "epochs" | "gradient evaluations" }
  /** A run is switched off in the charts. */
  | { kind: "hide"; run: string }
  /** The race stands at its start again: Reset, or another setting of it. */
  | { kind: "restart" }
  /** The race starts from another seed than it did. */
  | { kind: "newSeed" };

/** What can be asked before a step is done: how many times η of a run will be what it was, once it is done. */
interface LessonAsk {
  question: string;
  run: string;
  choices: readonly ({ says: string } & NumberRange)[];
}

/** One step: some sentences, and what the reader does then. `{…}` in them is a live number (`store/scenes/liveText.ts`). */
export interface LessonStep {
  title: string;
  text: string;
  goal: LessonGoal;
  /** Shown where nothing has happened for a while. */
  hint: string;
  /** Shown once it is done: what is to be seen. */
  seen: string;
  /** Parts of the page that it speaks of. */
  parts: readonly PagePart[];
  /** For who shows the lesson as scenes. */
  ask?: LessonAsk;
}

/** A lesson: its link is `lesson=ID`, with `:N` for a step of it. */
export interface Lesson {
  id: LessonId;
  title: string;
  /** One sentence: what it is about. */
  about: string;
  /** What it starts from: a preset by its id, or an experiment of its own. */
  start: { preset: string } | { experiment: ExperimentInput };
  steps: readonly LessonStep[];
}
