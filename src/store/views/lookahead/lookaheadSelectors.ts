import { plannedChanges } from "../../../config/experiment/resolveInterventions";
import { lookaheadSlope } from "../../../config/formulas/lookahead";
import { nextMetaStep } from "../../../config/formulas/metaSchedule";
import { type Lambdas, objectiveOf } from "../../../config/tables/lambdas";
import { OPTIMIZERS } from "../../../config/tables/optimizers";
import type { TaskPicture } from "../../../config/tables/taskPicture";
import { TASKS } from "../../../config/tables/tasks";
import type { WalkStage } from "../../../config/tables/walk";
import type { SeriesModel } from "../../charts/chartModels";
import { selectSeries } from "../../charts/seriesSelectors";
import { snapshotAt } from "../../experiment/history";
import { hyperparamAt } from "../../experiment/hyperparamAt";
import { settingKey } from "../../experiment/interventions";
import { createSelector, createStableSelector } from "../../experiment/memo";
import { metaRunOf } from "../../experiment/metaRun";
import { shownStep } from "../../experiment/shownStep";
import type { ExperimentState, LookaheadSnapshot, RunState } from "../../experiment/state";

/** What one lookahead comes to with the settings that act in its step. */
export interface LookaheadTerms {
  step: number;
  lambdas: Lambdas;
  /** Q(φ) */
  objective: number;
  /** dQ/d ln of the step's length (config/formulas/lookahead.ts). */
  slope: number;
  /** K of its step, and the first step from it on that makes a meta-update: its own where it does. */
  metaUpdateInterval: number;
  nextMetaStep: number;
  /** α and μ of its step. */
  metaLearningRate: number;
  momentum: number;
  /** It is the step that would be taken next. */
  isNext: boolean;
  /** Why no step is taken after it: the race is at its last, or the run has stopped. */
  end: "race" | "run" | null;
}

export interface LookaheadModel extends LookaheadTerms {
  ahead: LookaheadSnapshot;
}

type DrawnPicture = Extract<TaskPicture, { kind: "function" | "surface" }>;

/** What the view draws: `why` in words where there is nothing; `model` is null until a step has been looked at. */
export type LookaheadFigureModel =
  | { why: string }
  | {
      why: null;
      picture: DrawnPicture;
      series: SeriesModel;
      model: LookaheadModel | null;
      stage: WalkStage | null;
    };

const NO_APO = "Only APO weighs a step before it takes it, and none races. Add APO-P or APO-η in Methods and settings.";
const NO_PICTURE =
  "The step to come is drawn where the network is a function of one or two inputs. " +
  `Choose the task ${TASKS.sine.name} or ${TASKS.spirals.name}, or a CSV file with one input column.`;
const LOADING = "The task is being loaded.";

/** The snapshot shown: of the step to come in a walk, else of the step that the page shows; null where there is none. */
function aheadShown(state: ExperimentState): LookaheadSnapshot | null {
  const step = state.display.walkStage === null ? shownStep(state) : null;
  return snapshotAt(metaRunOf(state)?.lookaheads ?? [], step) ?? null;
}

const selectTerms = createStableSelector((state): LookaheadTerms | null => {
  const [run, ahead] = [metaRunOf(state), aheadShown(state)];
  return run && ahead ? termsOf(state, run, ahead) : null;
});

/** The lookahead of the run whose meta-updates are shown. */
export const selectLookahead = createSelector(
  (state: ExperimentState) => ({
    picture: state.picture,
    series: selectSeries(state).find(({ run }) => run === metaRunOf(state)?.run) ?? null,
    isLoading: state.status === "loading" && state.picture.kind === "none",
    ahead: aheadShown(state),
    terms: selectTerms(state),
    stage: state.display.walkStage,
  }),
  ({ picture, series, isLoading, ahead, terms, stage }): LookaheadFigureModel => {
    if (!series) return { why: NO_APO };
    if (isLoading) return { why: LOADING };
    if (picture.kind !== "function" && picture.kind !== "surface") return { why: NO_PICTURE };
    return { why: null, picture, series, stage, model: ahead && terms ? { ...terms, ahead } : null };
  },
);

/** What a lookahead comes to, with the settings that act in its step. */
export function termsOf(state: ExperimentState, run: RunState, ahead: LookaheadSnapshot): LookaheadTerms {
  const isLatest = ahead.step === state.step;
  const setting = (name: LiveName) =>
    isLatest ? nextSetting(state, run, name) : hyperparamAt(state, run, name, ahead.step);
  const lambdas = { lambdaFsd: setting("lambdaFsd"), lambdaWsd: setting("lambdaWsd") };
  const metaUpdateInterval = setting("metaUpdateInterval");
  return {
    step: ahead.step,
    lambdas,
    objective: objectiveOf(ahead, lambdas),
    slope: lookaheadSlope(ahead, lambdas),
    metaUpdateInterval,
    nextMetaStep: nextMetaStep(ahead.step, { ...run.hyperparams, metaUpdateInterval }),
    metaLearningRate: setting("metaLearningRate"),
    momentum: OPTIMIZERS[run.optimizer].learns === "preconditioner" ? run.hyperparams.momentum : 0,
    isNext: isLatest,
    end: ahead.step >= state.config.steps ? "race" : run.status === "running" ? null : "run",
  };
}

type LiveName = "lambdaFsd" | "lambdaWsd" | "metaUpdateInterval" | "metaLearningRate";

/** A setting in the step to come: as the slider shows it, unless a scheduled move comes first and nobody has moved it since. */
function nextSetting(
  { config, step, pending }: ExperimentState,
  { run, hyperparams }: RunState,
  name: LiveName,
): number {
  const planned = plannedChanges(config.interventions, config.optimizers, step);
  const change = planned.findLast((move) => move.run === run && move.name === name);
  return change && !(settingKey(run, name) in pending) ? Number(change.value) : hyperparams[name];
}
