import { lookaheadObjective, lookaheadSlope, type ProximityPrices } from "../config/lookahead";
import { nextMetaStep } from "../config/metaSchedule";
import type { TaskPicture } from "../config/taskPicture";
import type { WalkStage } from "../config/walk";
import { snapshotAt } from "./history";
import { settingAt } from "./interventions";
import { createSelector, createStableSelector } from "./memo";
import { metaRunOf } from "./metaRun";
import { selectSeries } from "./selectors";
import { shownStep } from "./shownStep";
import type { ExperimentState, LookaheadSnapshot, RunState } from "./state";
import type { SeriesIdentity } from "./viewModels";

/** What one lookahead comes to with the settings that act in its step. */
export interface LookaheadTerms {
  step: number;
  prices: ProximityPrices;
  /** Q(φ) */
  objective: number;
  /** dQ/d ln of the step's length (config/lookahead.ts). */
  slope: number;
  /** K of its step, and the first step from it on that makes a meta-update: its own where it does. */
  metaUpdateInterval: number;
  nextMetaStep: number;
  /** α and μ of its step. */
  metaLearningRate: number;
  momentum: number;
  /** It is the step that would be taken next, and there is one. */
  isNext: boolean;
}

export interface LookaheadModel extends LookaheadTerms {
  ahead: LookaheadSnapshot;
}

type DrawnPicture = Extract<TaskPicture, { kind: "function" | "surface" }>;

/** What the view draws: `why` in words where there is nothing; `model` is null until a step has been looked at. */
export type LookaheadView =
  | { why: string }
  | {
      why: null;
      picture: DrawnPicture;
      series: SeriesIdentity;
      model: LookaheadModel | null;
      stage: WalkStage | null;
    };

const NO_APO = "Only APO weighs a step before it takes it, and none races. Add APO-P or APO-η in Methods and settings.";
const NO_PICTURE =
  "The step to come is drawn where the network is a function of one or two inputs. Choose the task Sine or Two spirals.";
const LOADING = "The task is being loaded.";

/** The snapshot shown: of the step to come in a walk, else of the step that the page shows; null where there is none. */
function aheadShown(state: ExperimentState): LookaheadSnapshot | null {
  const step = state.view.walkStage === null ? shownStep(state) : null;
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
    stage: state.view.walkStage,
  }),
  ({ picture, series, isLoading, ahead, terms, stage }): LookaheadView => {
    if (!series) return { why: NO_APO };
    if (isLoading) return { why: LOADING };
    if (picture.kind !== "function" && picture.kind !== "surface") return { why: NO_PICTURE };
    return { why: null, picture, series, stage, model: ahead && terms ? { ...terms, ahead } : null };
  },
);

/** What a lookahead comes to, with the settings that act in its step. */
export function termsOf(state: ExperimentState, run: RunState, ahead: LookaheadSnapshot): LookaheadTerms {
  const isLatest = ahead.step === state.step;
  const start = state.config.optimizers.find((entry) => entry.run === run.run)?.hyperparams ?? run.hyperparams;
  const setting = (name: "lambdaFsd" | "lambdaWsd" | "metaUpdateInterval" | "metaLearningRate") =>
    isLatest ? run.hyperparams[name] : settingAt(start[name], state.interventions, run.run, name, ahead.step);
  const prices = { lambdaFsd: setting("lambdaFsd"), lambdaWsd: setting("lambdaWsd") };
  const metaUpdateInterval = setting("metaUpdateInterval");
  return {
    step: ahead.step,
    prices,
    objective: lookaheadObjective(ahead, prices),
    slope: lookaheadSlope(ahead, prices),
    metaUpdateInterval,
    nextMetaStep: nextMetaStep(ahead.step, { ...run.hyperparams, metaUpdateInterval }),
    metaLearningRate: setting("metaLearningRate"),
    momentum: run.optimizer === "apo-p" ? run.hyperparams.momentum : 0,
    isNext: isLatest && ahead.step < state.config.steps && run.status === "running",
  };
}
