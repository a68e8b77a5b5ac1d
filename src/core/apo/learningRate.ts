import { isMetaStep } from "../../config/formulas/metaSchedule";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { type Batch, lossAndGrads, type Optimizer, type Params, type Problem } from "../optimizers/optimizer";
import { identity, momentum, scaleByAdam, scaleByRms, type Transform } from "../optimizers/transforms";
import { minus } from "../optimizers/vectors";
import { type ProximalObjective, proximalObjective } from "../proximal/deviceObjective";
import { scoped } from "../scope";
import { initMeta, type MetaState, metaLearningRateAt, metaUpdate } from "./metaOptimizer";
import { apoPassesPerStep, objectiveStats } from "./objectiveStats";
import { type LogRates, meanRate, rateGrad, ratesOf, startRates, stepAlong } from "./rates";

const BASE: Record<Hyperparams["baseOptimizer"], Transform<unknown>> = {
  sgd: identity as Transform<unknown>,
  sgdm: momentum as Transform<unknown>,
  rmsprop: scaleByRms as Transform<unknown>,
  adam: scaleByAdam as Transform<unknown>,
};

export interface LearningRateState {
  logRates: LogRates;
  meta: MetaState;
  base: unknown;
  count: number;
}

/**
 * APO for the learning rate: φ = log η, one for all weights or one per layer, θ ← θ − η·d with d the base optimizer's
 * direction, held constant in the meta-gradient ∂Q/∂φ = −η·⟨R, d⟩ (APO.md). The first `metaOnlySteps` steps move φ alone.
 */
export function apoLearningRate(problem: Problem): Optimizer<LearningRateState> {
  const layers = problem.model.parametric;
  const sizes = layers.map(({ shape }) => shape[0] * shape[1]);
  /** g and d on B, and θ − η·d with φ as it stands. */
  function ahead(params: Params, { logRates, base }: LearningRateState, batch: Batch, hyperparams: Hyperparams) {
    const { loss, grads, statistics } = lossAndGrads(problem, params, batch, hyperparams);
    const advanced = BASE[hyperparams.baseOptimizer].update(grads, base, hyperparams);
    const rates = ratesOf(logRates, layers.length);
    const lookahead = minus(params, stepAlong(rates, advanced.direction));
    return { loss, grads, statistics, direction: advanced.direction, base: advanced.state, rates, lookahead };
  }

  return {
    init(params, { learningRate, baseOptimizer, learningRateScope }) {
      const logRates = startRates(learningRate, learningRateScope === "shared" ? 1 : layers.length);
      return { logRates, meta: initMeta([logRates]), base: BASE[baseOptimizer].init(params), count: 0 };
    },
    async step(params, state, batch, fsdBatch, hyperparams) {
      const { loss, statistics, direction, base, ...before } = ahead(params, state, batch, hyperparams);
      const { lookahead, rates: ratesBefore } = before;
      let { logRates, meta } = state;
      let [rates, next] = [ratesBefore, lookahead];
      let terms: ProximalObjective | undefined;
      if (isMetaStep(state.count, hyperparams)) {
        await hyperparams.between?.();
        const onFsdBatch = fsdBatch();
        terms = scoped(() => proximalObjective(problem, params, lookahead, batch, onFsdBatch, hyperparams));
        const metaGrad = rateGrad(logRates, rates, terms.gradient, direction);
        const alpha = metaLearningRateAt(state.count, hyperparams);
        const updated = metaUpdate([logRates], [metaGrad], meta, hyperparams, alpha);
        logRates = updated.metaParams[0] as LogRates;
        meta = updated.state;
        rates = ratesOf(logRates, layers.length);
        next = minus(params, stepAlong(rates, direction));
      }
      const isMetaOnly = state.count < hyperparams.metaOnlySteps;
      return {
        params: isMetaOnly ? params : next,
        state: { logRates, meta, base, count: state.count + 1 },
        stats: {
          loss,
          statistics,
          learningRate: meanRate(logRates, rates, sizes),
          ...(isMetaOnly && { proposed: next }),
          ...objectiveStats(terms, hyperparams),
        },
      };
    },
    lookAhead(params, state, batch, hyperparams) {
      const { loss, grads, rates, lookahead } = ahead(params, state, batch, hyperparams);
      return { loss, grads, lookahead, learningRate: meanRate(state.logRates, rates, sizes) };
    },
    async preconditionerState({ logRates }) {
      const logs = await logRates.data();
      const rate = (i: number) => Math.exp(logs[logRates.size === 1 ? 0 : i] as number);
      return { kind: "scalar", layers: layers.map((layer, i) => ({ ...layer, learningRate: rate(i) })) };
    },
    passesPerStep: apoPassesPerStep,
  };
}
