import { add, div, mul, scalar, sqrt } from "@tensorflow/tfjs-core";
import type { PreconditionerState } from "../../config/preconditionerState";
import { lossAndGrads, type Optimizer, type Problem } from "./optimizer";
import { type AdamState, identity, momentum, scaleByAdam, type Transform } from "./transforms";
import { minus, scaled } from "./vectors";

type Preconditioner<State> = Optimizer<State>["preconditionerState"];

/** θ ← θ − η·d with d from a transform of the gradient. */
function firstOrder<State>(
  problem: Problem,
  transform: Transform<State>,
  preconditionerState: Preconditioner<State>,
): Optimizer<State> {
  return {
    init: (params) => transform.init(params),
    async step(params, state, batch, _fsdBatch, hyperparams) {
      const { loss, grads } = lossAndGrads(problem, params, batch);
      const { direction, state: next } = transform.update(grads, state, hyperparams);
      const { learningRate } = hyperparams;
      return {
        params: minus(params, scaled(learningRate, direction)),
        state: next,
        stats: { loss, learningRate, forwardPasses: 1, backwardPasses: 1 },
      };
    },
    preconditionerState,
    passesPerStep: () => ({ forward: 1, backward: 1 }),
  };
}

/** η·I. */
const scalarState =
  (problem: Problem): Preconditioner<unknown> =>
  async (_state, { learningRate }): Promise<PreconditionerState> => ({
    kind: "scalar",
    learningRate,
    layers: [...problem.model.parametric],
  });

/** Stochastic gradient descent: θ ← θ − η·g. */
export const sgd = (problem: Problem) => firstOrder(problem, identity, scalarState(problem));

/** SGD with heavy-ball momentum: m ← μ·m + g, θ ← θ − η·m. */
export const sgdm = (problem: Problem) => firstOrder(problem, momentum, scalarState(problem));

/** Adam (Kingma and Ba 2015); its implied preconditioner is diag(η / (√ν̂ + ε)). */
export const adam = (problem: Problem) =>
  firstOrder<AdamState>(problem, scaleByAdam, async (state, { learningRate, beta2, epsilon }) => {
    // before the first step ν̂ is 0/0: there is no preconditioner yet
    if (state.count === 0) return { kind: "diagonal", layers: [] };
    const corrected = mul(state.nu, scalar(1 / (1 - beta2 ** state.count)));
    const all = (await div(scalar(learningRate), add(sqrt(corrected), scalar(epsilon))).data()) as Float32Array;
    let start = 0;
    const layers = problem.model.parametric.map((layer) => {
      const end = start + layer.shape[0] * layer.shape[1];
      const diagonal = all.slice(start, end);
      start = end;
      return { ...layer, diagonal };
    });
    return { kind: "diagonal", layers };
  });
