import type { LessonGoal, NumberRange, SettingRange } from "../../config/lessons/lesson";
import type { ExperimentState } from "../experiment/state";

/** What a step of a lesson began from, and whether the race has trained since. */
export interface Since {
  experiment: string;
  step: number;
  seed: number;
  runs: readonly string[];
  hasTrained: boolean;
  /** The past step that was looked at already, null for none. */
  look: number | null;
}

/** The beginning of a step of a lesson. */
export const sinceNow = ({ experiment, step, config, status, display }: ExperimentState): Since => ({
  experiment,
  step,
  seed: config.seed,
  runs: config.optimizers.map(({ run }) => run),
  hasTrained: status === "running",
  look: display.scrubStep,
});

/** The same after the state has changed. */
export const sinceThen = (since: Since, { status }: Pick<ExperimentState, "status">): Since =>
  since.hasTrained || status !== "running" ? since : { ...since, hasTrained: true };

/** Whether the reader has done what a step of a lesson asks for. */
export function isReached(goal: LessonGoal, state: ExperimentState, since: Since): boolean {
  const { step, status, config, display } = state;
  const isRest = status === "paused" || status === "idle";
  switch (goal.kind) {
    case "play":
      return since.hasTrained;
    case "pause":
      return since.hasTrained && isRest && !state.isPausing && step > 0;
    case "reach":
      return step >= goal.step;
    case "train":
      if (goal.under && !isSet(goal.under, state)) return false;
      return step - (state.experiment === since.experiment ? since.step : 0) >= goal.steps || isAtEnd(state, since);
    case "set":
      return isSet(goal, state);
    case "choose":
      return state.runs.find(({ run }) => run === goal.run)?.hyperparams[goal.name] === goal.choice;
    case "option":
      return isIn(goal, config.taskOptions[goal.name]);
    case "copy":
      return config.optimizers.some(
        ({ id, run, hyperparams }) => id === goal.id && !since.runs.includes(run) && isIn(goal, hyperparams[goal.name]),
      );
    case "scrub":
      return looksAnew(state, since) && isIn(goal, display.scrubStep);
    case "scrubBeforeMove": {
      const move = state.interventions.at(-1)?.step;
      return looksAnew(state, since) && move !== undefined && Number(display.scrubStep) < move;
    }
    case "openView":
      return display.openViews.includes(goal.view);
    case "axis":
      return display.xAxis === goal.axis;
    case "hide":
      return display.hiddenRuns.includes(goal.run);
    case "restart":
      return state.experiment !== since.experiment;
    case "newSeed":
      return config.seed !== since.seed;
  }
}

const isSet = (range: SettingRange, { runs }: ExperimentState): boolean =>
  runs.some(({ run, hyperparams }) => run === range.run && isIn(range, hyperparams[range.name]));

/** A past step is looked at, and another than when the step of the lesson began: that was no act of this one. */
const looksAnew = ({ display: { scrubStep } }: ExperimentState, { look }: Since): boolean =>
  scrubStep !== null && scrubStep !== look;

/** The race has come to its end since: there are no more steps to train. */
const isAtEnd = ({ step, config }: ExperimentState, { hasTrained }: Since): boolean =>
  hasTrained && step >= config.steps;

const isIn = ({ atLeast = -Infinity, atMost = Infinity }: NumberRange, value: unknown): boolean =>
  typeof value === "number" && value >= atLeast && value <= atMost;
