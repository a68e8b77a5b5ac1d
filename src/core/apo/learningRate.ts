import { exp, mul, neg, reshape, type Scalar, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/hyperparams";
import { lossAndGrads, type Optimizer, type Problem } from "../optimizers/optimizer";
import { identity, momentum, scaleByAdam, scaleByRms, type Transform } from "../optimizers/transforms";
import { innerProduct, minus, scaled } from "../optimizers/vectors";
import { initMeta, type MetaState, metaLearningRateAt, metaUpdate } from "./metaOptimizer";
import { apoPassesPerStep, objectiveStats, type ProximalObjective, proximalObjective } from "./proximalObjective";

const BASE: Record<Hyperparams["baseOptimizer"], Transform<unknown>> = {
  sgd: identity as Transform<unknown>,
  sgdm: momentum as Transform<unknown>,
  rmsprop: scaleByRms as Transform<unknown>,
  adam: scaleByAdam as Transform<unknown>,
};

export interface LearningRateState {
  /** φ = log η, [1, 1]. */
  logLearningRate: Tensor2D;
  meta: MetaState;
  base: unknown;
  count: number;
}

/**
 * APO for the learning rate: φ = log η, θ ← θ − η·d with d the base optimizer's direction, held constant in the
 * meta-gradient ∂Q/∂φ = −η·⟨R, d⟩ (APO.md).
 */
export function apoLearningRate(problem: Problem): Optimizer<LearningRateState> {
  return {
    init(params, { learningRate, baseOptimizer }) {
      const logLearningRate = tensor2d([[Math.log(learningRate)]]);
      return { logLearningRate, meta: initMeta([logLearningRate]), base: BASE[baseOptimizer].init(params), count: 0 };
    },
    async step(params, state, batch, fsdBatch, hyperparams) {
      const { loss, grads } = lossAndGrads(problem, params, batch);
      const { direction, state: base } = BASE[hyperparams.baseOptimizer].update(grads, state.base, hyperparams);
      const due = state.count % hyperparams.metaUpdateInterval === 0;
      let { logLearningRate, meta } = state;
      let terms: ProximalObjective | undefined;
      if (due) {
        const eta = rateOf(logLearningRate);
        const lookahead = minus(params, scaled(eta, direction));
        terms = proximalObjective(problem, params, lookahead, batch, fsdBatch(), hyperparams);
        const metaGrad = reshape(neg(mul(eta, innerProduct(terms.gradient, direction))), [1, 1]) as Tensor2D;
        const alpha = metaLearningRateAt(state.count, hyperparams);
        const updated = metaUpdate([logLearningRate], [metaGrad], meta, hyperparams, alpha);
        logLearningRate = updated.metaParams[0] as Tensor2D;
        meta = updated.state;
      }
      const eta = rateOf(logLearningRate);
      return {
        params: minus(params, scaled(eta, direction)),
        state: { logLearningRate, meta, base, count: state.count + 1 },
        stats: {
          loss,
          learningRate: eta,
          ...objectiveStats(terms, hyperparams),
        },
      };
    },
    async preconditionerState(state) {
      const [learningRate] = await rateOf(state.logLearningRate).data();
      return { kind: "scalar", learningRate: learningRate as number, layers: [...problem.model.parametric] };
    },
    passesPerStep: apoPassesPerStep,
  };
}

const rateOf = (logLearningRate: Tensor2D): Scalar => reshape(exp(logLearningRate), []);
