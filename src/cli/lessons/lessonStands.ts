import type { ExperimentInput } from "../../config/experiment/experiment";
import { PRESETS } from "../../config/experiment/presets";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import type { Lesson, LessonGoal, NumberRange } from "../../config/lessons/lesson";
import type { HyperparamName } from "../../config/tables/hyperparams";
import { settingSymbol } from "../../config/tables/settingWords";
import { TASK_OPTIONS } from "../../config/tables/taskOptions";
import { runName } from "../../store/words/runName";
import { settingText } from "../../store/words/settingWords";

/** Where the page stands once a reader has done what some steps of a lesson ask for. */
export interface LessonStand {
  race: ExperimentInput;
  step: number;
  /** The past step that is looked at; null: the latest. */
  look: number | null;
  /** Part of a link: how it is looked at. */
  view: Readonly<Record<string, string>>;
  /** Sentences on what was set last. */
  changes: readonly string[];
}

/** Who is told to pause lets so many steps pass. */
const PAUSE_STEPS = 20;

/** The experiment that a lesson starts from. Throws where its preset is none. */
export function lessonStart({ id, start }: Lesson): ExperimentInput {
  const experiment =
    "experiment" in start ? start.experiment : PRESETS.find((preset) => preset.id === start.preset)?.experiment;
  if (!experiment) throw new Error(`The lesson ${id} starts from a preset that there is not.`);
  return experiment;
}

/** Before its first step. */
export const firstStand = (lesson: Lesson): LessonStand => ({
  race: lessonStart(lesson),
  step: 0,
  look: null,
  view: {},
  changes: [],
});

/** Whether a goal prepares what the next one shows, and nothing is to be seen of it yet. */
export const isPreparing = ({ kind }: LessonGoal): boolean =>
  ["restart", "set", "choose", "option", "copy", "newSeed"].includes(kind);

/** The same after a goal is reached, with as little as reaches it. */
export function standAfter(before: LessonStand, goal: LessonGoal): LessonStand {
  const { race, view } = before;
  const stand = { ...before, look: null };
  const again = { ...stand, step: 0, race: { ...race, interventions: [] } };
  switch (goal.kind) {
    case "play":
      return { ...stand, step: before.step + 1 };
    case "pause":
      return { ...stand, step: before.step + PAUSE_STEPS };
    case "reach":
      return { ...stand, step: goal.step };
    case "train":
      return { ...stand, step: before.step + goal.steps };
    case "set":
      return withSetting(stand, goal.run, goal.name, inside(goal));
    case "choose":
      return withSetting(again, goal.run, goal.name, goal.choice);
    case "option": {
      const value = inside(goal);
      const told = `The ${TASK_OPTIONS[goal.name].label.toLowerCase()} is ${value} now.`;
      const taskOptions = { ...race.taskOptions, [goal.name]: value };
      return { ...again, race: { ...again.race, taskOptions }, changes: [...before.changes, told] };
    }
    case "copy": {
      const added = { id: goal.id, run: `${goal.id}-2`, hyperparams: { [goal.name]: inside(goal) } };
      const told = `There is one more run, with ${settingSymbol(goal.id, goal.name)} ${inside(goal)}.`;
      return {
        ...again,
        race: { ...again.race, optimizers: [...(race.optimizers ?? []), added] },
        changes: [...before.changes, told],
      };
    }
    case "newSeed": {
      const seed = (race.seed ?? resolveExperiment(race).config.seed) + 1;
      return { ...again, race: { ...again.race, seed }, changes: [...before.changes, `The seed is ${seed} now.`] };
    }
    case "restart":
      return again;
    case "scrub":
      return { ...before, look: Math.round(middle(goal)) };
    case "scrubBeforeMove":
      return { ...before, look: (race.interventions?.at(-1)?.step ?? 1) - 1 };
    case "openView":
      return before;
    case "axis":
      return { ...before, view: { ...view, x: goal.axis === "gradient evaluations" ? "evaluations" : goal.axis } };
    case "hide":
      return { ...before, view: { ...view, off: goal.run } };
  }
}

/** A number in a range: the end that is given, or between both what has two digits. */
const inside = ({ atLeast, atMost }: NumberRange): number =>
  atLeast !== undefined && atMost !== undefined
    ? Number(Math.sqrt(atLeast * atMost).toPrecision(2))
    : (atLeast ?? atMost ?? 0);

const middle = ({ atLeast = 0, atMost = atLeast }: NumberRange): number => (atLeast + atMost) / 2;

/** Set before the first step, or moved in the step where the race stands. */
function withSetting(stand: LessonStand, run: string, name: HyperparamName, value: number | string): LessonStand {
  const { race, step, changes } = stand;
  const runs = resolveExperiment(race).config.optimizers;
  const own = runs.find((one) => one.run === run);
  if (!own) throw new Error(`There is no run ${run}. Allowed: ${runs.map((one) => one.run).join(", ")}.`);
  const symbol = settingSymbol(own.id, name);
  const whose = runs.length === 1 ? "" : ` of ${runName(runs, run)}`;
  const becomes =
    step > 0 ? `becomes ${settingText(name, value)} at step ${step}` : `is ${settingText(name, value)} now`;
  const told = `${symbol}${whose} ${becomes}.`;
  const next: ExperimentInput =
    step > 0
      ? { ...race, interventions: [...(race.interventions ?? []), { step, run, name, value }] }
      : {
          ...race,
          optimizers: (race.optimizers ?? []).map((one) =>
            (one.run ?? one.id) === run ? { ...one, hyperparams: { ...one.hyperparams, [name]: value } } : one,
          ),
        };
  return { ...stand, race: next, changes: [...changes, told] };
}
