import type { Lookahead } from "../../config/formulas/lookahead";
import type { WorkerEvent } from "../../protocol/messages";
import { applyEvent } from "../experiment/applyEvent";
import type { ExperimentState } from "../experiment/state";
import { type LookaheadModel, selectLookahead } from "../views/lookahead/lookaheadSelectors";
import { testState } from "./testState";

/** A lookahead of two examples and three inputs of B′ on a picture of two points. */
const AHEAD: Lookahead = {
  batch: Int32Array.of(3, 1),
  fsdBatch: Int32Array.of(0, 2, 4),
  before: Float32Array.of(0, 0),
  after: Float32Array.of(0.5, -0.5),
  fsdBefore: Float32Array.of(0, 0, 0),
  fsdAfter: Float32Array.of(0.25, 0.25, 0.5),
  batchLoss: 1.25,
  gradientNorm: 3,
  learningRate: 0.05,
  stepLength: 2,
  objectiveLoss: 1,
  fsd: 0.0625,
  wsd: 2,
  slopes: { objectiveLoss: -0.5, fsd: 0.125, wsd: 4 },
};
const PICTURE = {
  kind: "function",
  trainX: new Float32Array(5),
  trainY: new Float32Array(5),
  testX: new Float32Array(5),
  testY: new Float32Array(5),
  gridX: Float32Array.of(-1, 1),
} as const;

/** The event that brings it. */
const seen = (step: number, run = "apo-p"): WorkerEvent => ({
  type: "lookahead",
  experiment: "e1",
  run,
  step,
  lookahead: AHEAD,
});

/** At rest at a step, looked at from `steps`. */
export function rested(
  step: number,
  steps: readonly number[] = [step],
  state: ExperimentState = testState(),
): ExperimentState {
  const config = { ...state.config, steps: 40 }; // every step's lookahead is kept
  const start: ExperimentState = { ...state, config, picture: PICTURE, status: "paused", step };
  return steps.map((at) => seen(at)).reduce(applyEvent, start);
}

/** What the view draws. Throws where there is nothing. */
export function lookaheadModelOf(state: ExperimentState): LookaheadModel {
  const view = selectLookahead(state);
  if (view.why !== null || !view.model) throw new Error(`Nothing is looked at: ${view.why}`);
  return view.model;
}

/** With settings of apo-p as its sliders show them. */
export function withSettings(
  state: ExperimentState,
  settings: Partial<ExperimentState["runs"][number]["hyperparams"]>,
) {
  const runs = state.runs.map((run) =>
    run.run === "apo-p" ? { ...run, hyperparams: { ...run.hyperparams, ...settings } } : run,
  );
  return { ...state, runs };
}
