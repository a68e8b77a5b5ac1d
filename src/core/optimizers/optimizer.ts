import type { Scalar, Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { Passes } from "../../config/formulas/passes";
import type { PreconditionerState } from "../../config/formulas/preconditionerState";
import type { Hyperparams } from "../../config/tables/hyperparams";
import type { Lambdas } from "../../config/tables/lambdas";
import type { Loss } from "../nn/loss";
import type { ForwardPass, Model } from "../nn/model";
import { scoped } from "../scope";
import { inPrecision } from "./precision";

/** Weights of a model, one matrix [out, in (+1)] per layer that has some. */
export type Params = readonly Tensor2D[];

/** What is minimised: the loss of a model's outputs. */
export interface Problem {
  readonly model: Model;
  readonly loss: Loss;
}

/** One minibatch. */
export interface Batch {
  readonly input: Tensor;
  /** [batch, out] values, or one-hot classes; of sequences, a token per row. */
  readonly target: Tensor2D;
  /** How much each row of the outputs counts, where they do not count alike (`Loss`). */
  readonly rowShares?: Tensor2D;
  /** What sampled targets are drawn from in this step (`Loss.noise`), made when first asked for. */
  noise(): Tensor;
}

/** Measurements of one step; scalars stay on the device until they are read back together. */
export interface StepStats {
  /** Loss on B before the step. */
  loss: Scalar;
  /** Of the pass on B at θ: `Model.statistics`, which move the run's running averages. */
  statistics: readonly Tensor2D[];
  /** η used in the step; for apo-p the mean eigenvalue of P over all layers; null for a method without one. */
  learningRate: Scalar | number | null;
  /** apo-p: total trace of P. */
  preconditionerTrace?: Scalar;
  /** At meta-updates: the terms of Q at the lookahead, raw, with the λ they were weighted by. */
  meta?: { objectiveLoss: Scalar; fsd: Scalar; wsd: Scalar } & Lambdas;
  /**
   * Passes over one batch in this step. A gradient evaluation is one backward pass with its forward pass, a curvature product
   * one forward (its derivative) and one backward pass.
   */
  forwardPasses: number;
  backwardPasses: number;
  /** In a step that moves φ alone: the weights that it would lead to if θ moved as well. */
  proposed?: Params;
  /** In 16 bits: how many numbers of weights and state are beyond the format's range after the step. */
  overflows?: Scalar;
}

interface StepResult<State> {
  params: Params;
  state: State;
  stats: StepStats;
}

/** What a step looks at before it moves anything. */
export interface Ahead {
  /** Loss and gradient on B at θ. */
  loss: Scalar;
  grads: Tensor2D[];
  /** η of the lookahead; for apo-p the mean eigenvalue of P over all layers. */
  learningRate: Scalar;
  /** θ′(φ) */
  lookahead: Tensor2D[];
}

/**
 * A pair of pure functions (contract 1 of ARCHITECTURE.md), but for `isLast`. Arguments are borrowed and never disposed inside; a
 * result may share tensors with its arguments. Hyperparameters are an argument of every step, so a moved slider acts in the next one.
 */
export interface Optimizer<State> {
  init(params: Params, hyperparams: Hyperparams): State;
  /**
   * `fsdBatch` gives B′, drawn apart from `batch`; only its inputs are used. `steps` is the length of the run, for schedules.
   * `between` is awaited between the passes and inverses of a long step, so that commands are heard; what it throws ends the step.
   * `isLast`: nobody asks for `state` again, so what is large may move where it lies, once nothing of the step can fail any more.
   */
  step(
    params: Params,
    state: State,
    batch: Batch,
    fsdBatch: () => Batch,
    hyperparams: Hyperparams & { steps: number; between?: () => Promise<void> },
    isLast?: boolean,
  ): Promise<StepResult<State>>;
  /** Of a method with meta-updates: what its next step looks at, with φ as it stands. */
  lookAhead?(params: Params, state: State, batch: Batch, hyperparams: Hyperparams): Ahead;
  /** Copies of what the implied preconditioner is made of (`config/formulas/preconditionerState.ts`). */
  preconditionerState(state: State, hyperparams: Hyperparams): Promise<PreconditionerState>;
  /**
   * Passes per step averaged over the schedule, for the cost columns; a method whose solver stops by itself returns the mean
   * `measured` over the steps taken so far.
   */
  passesPerStep(hyperparams: Hyperparams, measured: Passes): Passes;
}

/**
 * Loss and gradient on a batch, the gradient in the run's precision, and the statistics of the pass. `isLean`: the pass keeps
 * nothing that its backward pass does not ask for.
 */
export function lossAndGrads(
  problem: Problem,
  params: Params,
  batch: Batch,
  { precision }: Pick<Hyperparams, "precision">,
  isLean = false,
): { loss: Scalar; grads: Tensor2D[]; statistics: Tensor2D[] } {
  return scoped(() => {
    const { loss, grads, statistics } = passBothWays(problem, params, batch, true, isLean);
    return { loss, grads: inPrecision(grads, precision), statistics };
  });
}

/** As `lossAndGrads`, with the forward pass they came from. */
export function lossGradsAndPass(
  problem: Problem,
  params: Params,
  batch: Batch,
  { precision }: Pick<Hyperparams, "precision">,
): { loss: Scalar; grads: Tensor2D[]; statistics: Tensor2D[]; pass: ForwardPass } {
  const { grads, ...rest } = passBothWays(problem, params, batch, false, false);
  return { ...rest, grads: inPrecision(grads, precision) };
}

function passBothWays({ model, loss }: Problem, params: Params, batch: Batch, isLast: boolean, isLean: boolean) {
  const pass = model.forward(params, batch.input, undefined, isLean ? "backward" : "all");
  const { loss: value, outputGrad } = loss.lossAndGrad(pass.outputs, batch.target, batch.rowShares);
  const statistics = model.statistics(pass);
  return { loss: value, grads: model.backward(params, pass, outputGrad, isLast), pass, statistics };
}
