import { add, div, mul, scalar, sqrt, type Tensor2D } from "@tensorflow/tfjs-core";
import { learningRateAt } from "../../config/formulas/learningRateSchedule";
import type { PreconditionerState } from "../../config/formulas/preconditionerState";
import { scaleColumns } from "../kernels/linearCombination";
import { lossAndGrads, type Optimizer, type Params, type Problem } from "./optimizer";
import { identity, momentum, moveBy, scaleByAdam, scaleByRms, type Transform } from "./transforms";

export interface FirstOrderState<State> {
  transform: State;
  /** Steps taken: where the schedule stands. */
  count: number;
  /** What the schedule left of η in the last step; 1 at the start. */
  share: number;
}

type Preconditioner<State> = Optimizer<FirstOrderState<State>>["preconditionerState"];

/**
 * θ ← θ − η_t·(d + λ·θ) with d from a transform of the gradient, η_t from the schedule and λ the weight decay, decoupled from the gradient
 * (Loshchilov and Hutter 2019, Algorithm 2). λ acts on weights and embeddings; biases and the norms' scales and shifts are spared.
 */
function firstOrder<State>(
  problem: Problem,
  transform: Transform<State>,
  preconditionerState: Preconditioner<State>,
): Optimizer<FirstOrderState<State>> {
  return {
    init: (params) => ({ transform: transform.init(params), count: 0, share: 1 }),
    async step(params, state, batch, _fsdBatch, hyperparams) {
      const { loss, grads, statistics } = lossAndGrads(problem, params, batch, hyperparams);
      const learningRate = learningRateAt(state.count, hyperparams);
      const from = decayed(problem, params, learningRate * hyperparams.weightDecay);
      const moved = moveBy(transform, grads, state.transform, hyperparams, learningRate, from);
      return {
        params: moved.params,
        state: { transform: moved.state, count: state.count + 1, share: learningRate / hyperparams.learningRate },
        stats: { loss, learningRate, statistics, forwardPasses: 1, backwardPasses: 1 },
      };
    },
    preconditionerState,
    passesPerStep: () => ({ forward: 1, backward: 1 }),
  };
}

/** The params with their weights shrunk by a share; at 0 the params themselves. */
const decayed = ({ model }: Problem, params: Params, share: number): Params =>
  share > 0 ? scaleColumns(1 - share, params, model.decayedColumns) : params;

/** η_t·I. */
const scalarState =
  (problem: Problem): Preconditioner<unknown> =>
  async ({ share }, { learningRate }): Promise<PreconditionerState> => ({
    kind: "scalar",
    layers: problem.model.parametric.map((layer) => ({ ...layer, learningRate: learningRate * share })),
  });

/** diag(η / (√ν̂ + ε)) from the average square of the gradient, all layers in one row. */
const diagonalState =
  (problem: Problem): Preconditioner<{ nu: Tensor2D; count: number }> =>
  async ({ transform: { nu, count }, share }, { learningRate, beta2, epsilon }): Promise<PreconditionerState> => {
    // before the first step ν̂ is 0/0: there is no preconditioner yet
    if (count === 0) return { kind: "diagonal", layers: [] };
    const corrected = mul(nu, scalar(1 / (1 - beta2 ** count)));
    const diagonal = div(scalar(learningRate * share), add(sqrt(corrected), scalar(epsilon)));
    const all = (await diagonal.data()) as Float32Array;
    let start = 0;
    const layers = problem.model.parametric.map((layer) => {
      const end = start + layer.shape[0] * layer.shape[1];
      const values = all.slice(start, end);
      start = end;
      return { ...layer, diagonal: values };
    });
    return { kind: "diagonal", layers };
  };

/** Stochastic gradient descent: θ ← θ − η·g. */
export const sgd = (problem: Problem) => firstOrder(problem, identity, scalarState(problem));

/** SGD with heavy-ball momentum: m ← μ·m + g, θ ← θ − η·m. */
export const sgdm = (problem: Problem) => firstOrder(problem, momentum, scalarState(problem));

/** RMSprop (Tieleman and Hinton 2012), bias-corrected. */
export const rmsprop = (problem: Problem) => firstOrder(problem, scaleByRms, diagonalState(problem));

/** Adam (Kingma and Ba 2015) with a schedule; its implied preconditioner is diag(η_t / (√ν̂ + ε)). */
export const adam = (problem: Problem) => firstOrder(problem, scaleByAdam, diagonalState(problem));
