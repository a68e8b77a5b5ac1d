import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { isBlocks, type MatrixCurvature } from "../nn/layer";
import { scoped } from "../scope";
import { averagedFactors, klClipFactor } from "./curvatureAverage";
import { type FactorInverse, hostFactors, invertFactors, preconditionWith } from "./kfacDamping";
import { lossAndGrads, lossGradsAndPass, type Optimizer, type Problem } from "./optimizer";
import { inPrecision } from "./precision";
import { requireCurvature } from "./requireCurvature";
import { innerProduct, minus, plus, scaled, zerosFor, zipWith } from "./vectors";

export interface KfacState {
  /** Running averages of A and G per layer, of a norm of its blocks; null before the first step. */
  factors: MatrixCurvature[] | null;
  /** Damped inverses per layer, as old as `inverseUpdatePeriod` allows. */
  inverses: FactorInverse[] | null;
  /** m, as the params. */
  trace: Tensor2D[];
  count: number;
}

/**
 * KFAC (Martens and Grosse 2015; convolutions as KFC, Grosse and Martens 2016): the true Fisher from sampled targets,
 * factored π damping (our default) or Tikhonov damping in the eigenbasis, KL clip and momentum, conventions of TRACE.md.
 */
export function kfac(problem: Problem): Optimizer<KfacState> {
  const { model, loss: lossFunction } = problem;
  requireCurvature("KFAC", model);
  return {
    init: (params) => ({ factors: null, inverses: null, trace: zerosFor(params), count: 0 }),
    async step(params, state, batch, _fsdBatch, hyperparams) {
      const { learningRate, momentum, klClip, curvatureEma, precision } = hyperparams;
      const { factorUpdatePeriod, inverseUpdatePeriod, between } = hyperparams;
      let { factors, inverses } = state;
      const updatesFactors = !factors || state.count % factorUpdatePeriod === 0;
      const { loss, grads, statistics, fresh } = scoped(() => {
        if (!updatesFactors) return { ...lossAndGrads(problem, params, batch, hyperparams), fresh: null };
        const { pass, ...rest } = lossGradsAndPass(problem, params, batch, hyperparams);
        const sampledGrad = lossFunction.sampledTargetGrad(pass.outputs, batch.noise());
        return { ...rest, fresh: model.kroneckerFactors(params, pass, sampledGrad, true) };
      });
      if (fresh) factors = inPrecision(averagedFactors(factors, fresh, curvatureEma), precision);
      if (!inverses || state.count % inverseUpdatePeriod === 0) {
        await between?.();
        inverses = inPrecision(await invertFactors(factors as MatrixCurvature[], hyperparams, between), precision);
      }
      const natural = zipWith(inverses, grads, preconditionWith);
      const clip = klClipFactor(innerProduct(natural, grads), learningRate, klClip);
      const trace = plus(scaled(momentum, state.trace), scaled(clip, natural));
      return {
        params: minus(params, scaled(learningRate, trace)),
        state: { factors, inverses, trace, count: state.count + 1 },
        stats: { loss, learningRate, statistics, forwardPasses: 1, backwardPasses: updatesFactors ? 2 : 1 },
      };
    },
    async preconditionerState(state, { learningRate, damping, dampingForm, precision }) {
      // before the first step there are no factors, and no preconditioner yet
      if (!state.factors) return { kind: "kfac", learningRate, damping, dampingForm, layers: [] };
      const layers = zipWith(model.parametric, state.factors, async (layer, factors) => {
        if (isBlocks(factors)) return { ...layer, blocks: (await factors.blocks.data()) as Float32Array };
        const { A, G } = await hostFactors(factors, precision);
        return { ...layer, inputFactor: A, outputFactor: G };
      });
      return { kind: "kfac", learningRate, damping, dampingForm, layers: await Promise.all(layers) };
    },
    passesPerStep: ({ factorUpdatePeriod }: Hyperparams) => ({ forward: 1, backward: 1 + 1 / factorUpdatePeriod }),
  };
}
