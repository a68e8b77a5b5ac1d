import { add, div, reciprocal, scalar, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { average } from "../kernels/adam";
import { symmetricEigen } from "../linalg/symmetricEigen";
import type { KroneckerBasis, KroneckerFactors } from "../nn/layer";
import { averagedFactors, klClipFactor } from "./curvatureAverage";
import { rescaledInBasis } from "./kroneckerBasis";
import { lossGradsAndPass, type Optimizer, type Problem } from "./optimizer";
import { inPrecision } from "./precision";
import { innerProduct, minus, plus, scaled, zerosFor, zipWith } from "./vectors";

export interface EkfacState {
  /** Running averages of A and G per layer; null before the first step. */
  factors: KroneckerFactors[] | null;
  /** Their eigenvectors, as old as `inverseUpdatePeriod` allows. */
  bases: KroneckerBasis[] | null;
  /** s: running average of the squared projected gradient per layer, [out, in]. */
  scaling: Tensor2D[] | null;
  /** m, as the params. */
  trace: Tensor2D[];
  count: number;
}

/**
 * EKFAC (George, Laurent, Bouthillier, Ballas and Vincent 2018): KFAC's eigenbases, with the diagonal of the true Fisher in
 * them, s = E[(Q_Gᵀ ∇_n Q_A)²] over examples with sampled targets, in place of the products d_G d_Aᵀ. Ours: s is averaged
 * with `curvatureEma` and kept when the bases are renewed. KL clip and momentum as KFAC.
 */
export function ekfac(problem: Problem): Optimizer<EkfacState> {
  const { model, loss: lossFunction } = problem;
  return {
    init: (params) => ({ factors: null, bases: null, scaling: null, trace: zerosFor(params), count: 0 }),
    async step(params, state, batch, _fsdBatch, hyperparams) {
      const { learningRate, momentum, klClip, curvatureEma, damping, precision } = hyperparams;
      const { loss, grads, pass } = lossGradsAndPass(problem, params, batch, hyperparams);
      let { factors, bases, scaling } = state;
      const updatesFactors = !factors || state.count % hyperparams.factorUpdatePeriod === 0;
      const sampled = updatesFactors
        ? model.layerGrads(params, pass, lossFunction.sampledTargetGrad(pass.outputs, batch.noise()))
        : [];
      if (updatesFactors) {
        const fresh = sampled.flatMap(
          ({ layer, cache, outputGrad }) => layer.kroneckerFactors?.(cache, outputGrad) ?? [],
        );
        factors = inPrecision(averagedFactors(factors, fresh, curvatureEma), precision);
      }
      if (!bases || state.count % hyperparams.inverseUpdatePeriod === 0)
        bases = inPrecision(await eigenbasesOf(factors as KroneckerFactors[]), precision);
      if (updatesFactors) {
        const fresh = zipWith(
          sampled,
          bases,
          ({ layer, cache, outputGrad }, basis) => layer.projectedSquares?.(cache, outputGrad, basis) as Tensor2D,
        );
        scaling = scaling ? zipWith(scaling, fresh, (old, now) => average(old, now, curvatureEma)) : fresh;
        scaling = inPrecision(scaling, precision);
      }
      const natural = zipWith(bases, grads, (basis, grad, i) =>
        rescaledInBasis(grad, basis, reciprocal(add((scaling as Tensor2D[])[i] as Tensor2D, scalar(damping)))),
      );
      const clip = klClipFactor(innerProduct(natural, grads), learningRate, klClip);
      const trace = plus(scaled(momentum, state.trace), scaled(clip, natural));
      return {
        params: minus(params, scaled(learningRate, trace)),
        state: { factors, bases, scaling, trace, count: state.count + 1 },
        stats: { loss, learningRate, forwardPasses: 1, backwardPasses: updatesFactors ? 2 : 1 },
      };
    },
    async preconditionerState({ scaling }, { learningRate, damping }) {
      // before the first step there is no scaling, and no preconditioner yet
      if (!scaling) return { kind: "eigenvalues", layers: [] };
      const layers = zipWith(model.parametric, scaling, async (layer, s) => ({
        ...layer,
        eigenvalues: (await div(scalar(learningRate), add(s, scalar(damping))).data()) as Float32Array,
      }));
      return { kind: "eigenvalues", layers: await Promise.all(layers) };
    },
    passesPerStep: ({ factorUpdatePeriod }: Hyperparams) => ({ forward: 1, backward: 1 + 1 / factorUpdatePeriod }),
  };
}

/** Eigenvectors of every layer's factors in columns, by float64 on the host from one awaited read-back each. */
export async function eigenbasesOf(factors: readonly KroneckerFactors[]): Promise<KroneckerBasis[]> {
  const host = await Promise.all(
    factors.flatMap(({ inputFactor, outputFactor }) => [inputFactor, outputFactor].map((F) => F.data())),
  );
  return factors.map(({ inputFactor, outputFactor }, l) => {
    const basis = (values: unknown, n: number) =>
      tensor2d(Float32Array.from(symmetricEigen(values as Float32Array, n).vectors), [n, n]);
    return {
      inputBasis: basis(host[2 * l], inputFactor.shape[0]),
      outputBasis: basis(host[2 * l + 1], outputFactor.shape[0]),
    };
  });
}
