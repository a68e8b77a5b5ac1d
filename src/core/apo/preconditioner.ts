import { exp, mul, type Scalar, scalar, type Tensor2D } from "@tensorflow/tfjs-core";
import { isMetaStep } from "../../config/formulas/metaSchedule";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { factorList, factorsOf } from "../kernels/factors/factorList";
import { canMoveFactors, moveFactors } from "../kernels/factors/factorMove";
import { heavyBall } from "../kernels/linearCombination";
import type { PreconditionedGrad, ScaleParameterization, SomeFactors } from "../kernels/operands/preconditioner";
import { applyPreconditioners, preconditionerGrads, totalTrace } from "../kernels/preconditioner";
import { type Batch, lossAndGrads, type Optimizer, type Params, type Problem } from "../optimizers/optimizer";
import { minus, type Vector, zerosFor } from "../optimizers/vectors";
import { proximalObjective } from "../proximal/deviceObjective";
import { scoped } from "../scope";
import { adamSettings, initMeta, type MetaState, metaLearningRateAt, metaUpdate } from "./metaOptimizer";
import { apoPassesPerStep, objectiveStats } from "./objectiveStats";
import { startFactors } from "./startFactors";

export interface PreconditionerLearnerState {
  /** φ, one set of factors per matrix of weights: those that are learned of it. */
  factors: SomeFactors[];
  meta: MetaState;
  /** m, as the params. */
  trace: Tensor2D[];
  /** Total trace of P, and its mean eigenvalue. */
  size: { preconditionerTrace: Scalar; meanEigenvalue: Scalar };
  count: number;
}

/**
 * APO for the preconditioner: φ = (A, B, S) per matrix (`LayerShape.factors` says which of them), θ ← θ − m with m ← μ·m + P g, lookahead θ − P g. Starts at
 * P = η₀·I. All layers share one lookahead and one Q (APO.md). The first `metaOnlySteps` steps move φ alone.
 */
export function apoPreconditioner(problem: Problem): Optimizer<PreconditionerLearnerState> {
  const dimension = problem.model.parametric.reduce((total, { shape }) => total + shape[0] * shape[1], 0);
  const sizeOf = (
    factors: readonly SomeFactors[],
    scale: ScaleParameterization,
  ): PreconditionerLearnerState["size"] => {
    const preconditionerTrace = totalTrace(factors, scale);
    return { preconditionerTrace, meanEigenvalue: mul(preconditionerTrace, scalar(1 / dimension)) };
  };

  /** θ − P g */
  const lookaheadFrom = (params: Params, applied: readonly PreconditionedGrad[]): Tensor2D[] =>
    minus(
      params,
      applied.map(({ D }) => D),
    );

  /** Q's terms at the lookahead with R, its gradient there, and what P g leaves for the gradient along φ where it is `kept`. */
  function measure(
    params: Params,
    grads: Vector,
    factors: readonly SomeFactors[],
    batch: Batch,
    fsdBatch: Batch,
    hyperparams: Hyperparams,
    isKept: boolean,
  ) {
    return scoped(() => {
      const { lookahead, kept } = scoped(() => {
        const applied = applyPreconditioners(grads, factors, hyperparams.scaleParameterization);
        return {
          lookahead: lookaheadFrom(params, applied),
          kept: isKept ? applied.map(({ reuse }) => ({ reuse })) : [],
        };
      });
      const { gradient, ...terms } = scoped(() =>
        proximalObjective(problem, params, lookahead, batch, fsdBatch, hyperparams),
      );
      return { terms, gradient, kept };
    });
  }

  /** Numbers that a step makes behind its meta-update, at most: D, m, θ⁺ and both ends of the step where they are read; and a few of its own. */
  const room = 5 * dimension + 2 ** 14;

  /** A meta-update: φ one step down the gradient of Q, with Q's terms before it. */
  function learn(
    params: Params,
    grads: Vector,
    { factors, meta, count }: PreconditionerLearnerState,
    batch: Batch,
    fsdBatch: Batch,
    hyperparams: Hyperparams & { steps: number },
    isLast: boolean,
  ) {
    const { scaleParameterization: scale, precision, metaOptimizer } = hyperparams;
    const isInPlace = isLast && precision === "fp32" && metaOptimizer !== "sgd" && canMoveFactors();
    const { terms, gradient, kept } = measure(params, grads, factors, batch, fsdBatch, hyperparams, !isInPlace);
    const alpha = metaLearningRateAt(count, hyperparams);
    if (isInPlace) {
      const settings = adamSettings(hyperparams, meta.count + 1);
      moveFactors({ grads, outer: gradient, factors, moments: meta, settings, rate: alpha, scale, room });
      return { factors, meta: { ...meta, count: meta.count + 1 }, size: sizeOf(factors, scale), terms };
    }
    const metaGrads = preconditionerGrads(grads, gradient, factors, kept, scale);
    const { metaParams, state } = metaUpdate(factorList(factors), factorList(metaGrads), meta, hyperparams, alpha);
    const learned = factorsOf(metaParams, factors);
    return { factors: learned, meta: state, size: sizeOf(learned, scale), terms };
  }

  /** P g with the φ of this step, which a meta-update may have moved. */
  function move(
    params: Params,
    grads: Vector,
    state: PreconditionerLearnerState,
    batch: Batch,
    fsdBatch: () => Batch,
    hyperparams: Hyperparams & { steps: number },
    isLast: boolean,
  ) {
    const learned = isMetaStep(state.count, hyperparams)
      ? scoped(() => learn(params, grads, state, batch, fsdBatch(), hyperparams, isLast))
      : { ...state, terms: undefined };
    const applied = applyPreconditioners(grads, learned.factors, hyperparams.scaleParameterization);
    return { learned, preconditioned: applied.map(({ D }) => D) };
  }

  return {
    init(params, { learningRate, scaleParameterization }) {
      const start = scaleParameterization === "exp" ? 0.5 * Math.log(learningRate) : Math.sqrt(learningRate);
      const factors = startFactors(problem.model.parametric, start);
      return {
        factors,
        meta: initMeta(factorList(factors)),
        trace: zerosFor(params),
        size: sizeOf(factors, scaleParameterization),
        count: 0,
      };
    },
    async step(params, state, batch, fsdBatch, hyperparams, isLast = false) {
      const { loss, grads, statistics } = lossAndGrads(problem, params, batch, hyperparams);
      if (isMetaStep(state.count, hyperparams)) await hyperparams.between?.();
      const { learned, preconditioned } = scoped(() =>
        move(params, grads, state, batch, fsdBatch, hyperparams, isLast),
      );
      for (const grad of grads) grad.dispose();
      const { factors, meta, size, terms } = learned;
      const isMetaOnly = state.count < hyperparams.metaOnlySteps;
      const next = isMetaOnly
        ? { trace: state.trace, params }
        : heavyBall(hyperparams.momentum, state.trace, preconditioned, params);
      return {
        params: next.params,
        state: { factors, meta, trace: next.trace, size, count: state.count + 1 },
        stats: {
          loss,
          statistics,
          learningRate: size.meanEigenvalue,
          preconditionerTrace: size.preconditionerTrace,
          ...(isMetaOnly && { proposed: minus(params, preconditioned) }),
          ...objectiveStats(terms, hyperparams),
        },
      };
    },
    lookAhead(params, state, batch, hyperparams) {
      const { loss, grads } = lossAndGrads(problem, params, batch, hyperparams);
      const applied = applyPreconditioners(grads, state.factors, hyperparams.scaleParameterization);
      return { loss, grads, learningRate: state.size.meanEigenvalue, lookahead: lookaheadFrom(params, applied) };
    },
    async preconditionerState(state, { scaleParameterization }) {
      const read = async (t?: Tensor2D) => (t ? ((await t.data()) as Float32Array) : new Float32Array(0));
      const layers = problem.model.parametric.map(async (layer, i) => {
        const { A, B, S } = state.factors[i] as SomeFactors;
        const scale = scaleParameterization === "exp" ? (exp(S) as Tensor2D) : S;
        return { ...layer, A: await read(A), B: await read(B), S: await read(scale) };
      });
      return { kind: "eigenbasis", layers: await Promise.all(layers) };
    },
    passesPerStep: apoPassesPerStep,
  };
}
