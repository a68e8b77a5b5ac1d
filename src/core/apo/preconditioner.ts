import { exp, eye, fill, mul, type Scalar, scalar, type Tensor2D } from "@tensorflow/tfjs-core";
import { isMetaStep } from "../../config/formulas/metaSchedule";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { heavyBall } from "../kernels/linearCombination";
import type { PreconditionedGrad, ScaleParameterization, SomeFactors } from "../kernels/operands/preconditioner";
import { applyPreconditioners, preconditionerGrads, totalTrace } from "../kernels/preconditioner";
import { type Batch, lossAndGrads, type Optimizer, type Params, type Problem } from "../optimizers/optimizer";
import { minus, type Vector, zerosFor } from "../optimizers/vectors";
import { proximalObjective } from "../proximal/deviceObjective";
import { scoped } from "../scope";
import { initMeta, type MetaState, metaLearningRateAt, metaUpdate } from "./metaOptimizer";
import { apoPassesPerStep, objectiveStats } from "./objectiveStats";

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

  /** Q's terms at the lookahead, and its gradient along φ. */
  function measure(
    params: Params,
    grads: Vector,
    factors: readonly SomeFactors[],
    batch: Batch,
    fsdBatch: Batch,
    hyperparams: Hyperparams,
  ) {
    const scale = hyperparams.scaleParameterization;
    const { lookahead, kept } = scoped(() => {
      const applied = applyPreconditioners(grads, factors, scale);
      return { lookahead: lookaheadFrom(params, applied), kept: applied.map(({ reuse }) => ({ reuse })) };
    });
    const { gradient, ...terms } = scoped(() =>
      proximalObjective(problem, params, lookahead, batch, fsdBatch, hyperparams),
    );
    const metaGrads = preconditionerGrads(grads, gradient, factors, kept, scale);
    return { terms, metaGrads };
  }

  /** A meta-update: φ one step down the gradient of Q, with Q's terms before it. */
  function learn(
    params: Params,
    grads: Vector,
    { factors, meta, count }: PreconditionerLearnerState,
    batch: Batch,
    fsdBatch: Batch,
    hyperparams: Hyperparams & { steps: number },
  ) {
    const { terms, metaGrads } = scoped(() => measure(params, grads, factors, batch, fsdBatch, hyperparams));
    const alpha = metaLearningRateAt(count, hyperparams);
    const { metaParams, state } = metaUpdate(flatten(factors), flatten(metaGrads), meta, hyperparams, alpha);
    const learned = unflatten(metaParams, factors);
    const size = sizeOf(learned, hyperparams.scaleParameterization);
    return { factors: learned, meta: state, size, terms };
  }

  /** P g with the φ of this step, which a meta-update may have moved. */
  function move(
    params: Params,
    state: PreconditionerLearnerState,
    batch: Batch,
    fsdBatch: () => Batch,
    hyperparams: Hyperparams & { steps: number },
  ) {
    const { loss, grads, statistics } = lossAndGrads(problem, params, batch, hyperparams);
    const learned = isMetaStep(state.count, hyperparams)
      ? scoped(() => learn(params, grads, state, batch, fsdBatch(), hyperparams))
      : { ...state, terms: undefined };
    const applied = applyPreconditioners(grads, learned.factors, hyperparams.scaleParameterization);
    return { loss, statistics, learned, preconditioned: applied.map(({ D }) => D) };
  }

  return {
    init(params, { learningRate, scaleParameterization }) {
      const start = scaleParameterization === "exp" ? 0.5 * Math.log(learningRate) : Math.sqrt(learningRate);
      const factors = problem.model.parametric.map(
        ({ shape, factors: learned = "AB" }): SomeFactors => ({
          ...(learned.includes("A") && { A: eye(shape[1]) }),
          ...(learned.includes("B") && { B: eye(shape[0]) }),
          S: fill(shape, start) as Tensor2D,
        }),
      );
      return {
        factors,
        meta: initMeta(flatten(factors)),
        trace: zerosFor(params),
        size: sizeOf(factors, scaleParameterization),
        count: 0,
      };
    },
    async step(params, state, batch, fsdBatch, hyperparams) {
      const { loss, statistics, learned, preconditioned } = scoped(() =>
        move(params, state, batch, fsdBatch, hyperparams),
      );
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
        const { A, B, S } = at(state.factors, i);
        const scale = scaleParameterization === "exp" ? (exp(S) as Tensor2D) : S;
        return { ...layer, A: await read(A), B: await read(B), S: await read(scale) };
      });
      return { kind: "eigenbasis", layers: await Promise.all(layers) };
    },
    passesPerStep: apoPassesPerStep,
  };
}

function at<T>(list: readonly T[], i: number): T {
  const value = list[i];
  if (value === undefined) throw new Error(`There is no layer ${i} in a list of ${list.length}.`);
  return value;
}

/** All metaparameters as one list, layer by layer those of A, B, S that are learned. */
const flatten = (factors: readonly SomeFactors[]): Tensor2D[] =>
  factors.flatMap(({ A, B, S }) => [A, B, S].filter((factor) => factor !== undefined));

function unflatten(list: readonly Tensor2D[], like: readonly SomeFactors[]): SomeFactors[] {
  let next = 0;
  const take = () => at(list, next++);
  return like.map(({ A, B }) => ({ ...(A && { A: take() }), ...(B && { B: take() }), S: take() }));
}
