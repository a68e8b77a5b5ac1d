import { add, div, reciprocal, scalar, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { average } from "../kernels/adam";
import { blockEigenvalues } from "../linalg/pairBlocks";
import { symmetricEigen } from "../linalg/symmetricEigen";
import { isBlocks, type KroneckerBasis, type MatrixCurvature } from "../nn/layer";
import { averagedFactors, klClipFactor } from "./curvatureAverage";
import { type FactorInverse, invertBlocks, preconditionWith } from "./kfacDamping";
import { rescaledInBasis } from "./kroneckerBasis";
import { lossGradsAndPass, type Optimizer, type Problem } from "./optimizer";
import { inPrecision } from "./precision";
import { requireCurvature } from "./requireCurvature";
import { innerProduct, minus, plus, scaled, zerosFor, zipWith } from "./vectors";

export interface EkfacState {
  /** Running averages of A and G per layer; null before the first step. */
  factors: MatrixCurvature[] | null;
  /** Their eigenvectors, as old as `inverseUpdatePeriod` allows; of a norm the inverses of its damped blocks, as in KFAC. */
  bases: LayerBasis[] | null;
  /** s: running average of the squared projected gradient per layer, [out, in]; of a norm its blocks. */
  scaling: Tensor2D[] | null;
  /** m, as the params. */
  trace: Tensor2D[];
  count: number;
}

type BlockInverses = Extract<FactorInverse, { kind: "blocks" }>;
type LayerBasis = KroneckerBasis | BlockInverses;
const isInverse = (basis: LayerBasis): basis is BlockInverses => "kind" in basis;

/**
 * EKFAC (George, Laurent, Bouthillier, Ballas and Vincent 2018): KFAC's eigenbases, with the diagonal of the true Fisher in
 * them, s = E[(Q_Gᵀ ∇_n Q_A)²] over examples with sampled targets, in place of the products d_G d_Aᵀ. Ours: s is averaged
 * with `curvatureEma` and kept when the bases are renewed. KL clip and momentum as KFAC.
 */
export function ekfac(problem: Problem): Optimizer<EkfacState> {
  const { model, loss: lossFunction } = problem;
  requireCurvature("EKFAC", model);
  return {
    init: (params) => ({ factors: null, bases: null, scaling: null, trace: zerosFor(params), count: 0 }),
    async step(params, state, batch, _fsdBatch, hyperparams) {
      const { learningRate, momentum, klClip, curvatureEma, damping, precision } = hyperparams;
      const { loss, grads, pass, statistics } = lossGradsAndPass(problem, params, batch, hyperparams);
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
        bases = inPrecision(await eigenbasesOf(factors as MatrixCurvature[], damping), precision);
      if (updatesFactors) {
        const averaged = factors as MatrixCurvature[];
        const before = scaling;
        scaling = zipWith(sampled, bases, ({ layer, cache, outputGrad }, basis, i) => {
          const curvature = averaged[i] as MatrixCurvature;
          if (isBlocks(curvature)) return curvature.blocks;
          if (isInverse(basis)) throw new Error(`${layer.name} has factors, and its inverses are those of a norm.`);
          const fresh = layer.projectedSquares?.(cache, outputGrad, basis) as Tensor2D;
          return before ? average(before[i] as Tensor2D, fresh, curvatureEma) : fresh;
        });
        scaling = inPrecision(scaling, precision);
      }
      const natural = zipWith(bases, grads, (basis, grad, i) =>
        isInverse(basis)
          ? preconditionWith(basis, grad)
          : rescaledInBasis(grad, basis, reciprocal(add((scaling as Tensor2D[])[i] as Tensor2D, scalar(damping)))),
      );
      const clip = klClipFactor(innerProduct(natural, grads), learningRate, klClip);
      const trace = plus(scaled(momentum, state.trace), scaled(clip, natural));
      return {
        params: minus(params, scaled(learningRate, trace)),
        state: { factors, bases, scaling, trace, count: state.count + 1 },
        stats: { loss, learningRate, statistics, forwardPasses: 1, backwardPasses: updatesFactors ? 2 : 1 },
      };
    },
    async preconditionerState({ scaling, factors }, { learningRate, damping }) {
      // before the first step there is no scaling, and no preconditioner yet
      if (!scaling) return { kind: "eigenvalues", layers: [] };
      const layers = zipWith(model.parametric, scaling, async (layer, s, i) => {
        const curvature = factors?.[i];
        if (curvature && isBlocks(curvature)) {
          const values = blockEigenvalues((await curvature.blocks.data()) as Float32Array);
          return { ...layer, eigenvalues: new Float32Array(values.map((value) => learningRate / (value + damping))) };
        }
        const eigenvalues = await div(scalar(learningRate), add(s, scalar(damping))).data();
        return { ...layer, eigenvalues: eigenvalues as Float32Array };
      });
      return { kind: "eigenvalues", layers: await Promise.all(layers) };
    },
    passesPerStep: ({ factorUpdatePeriod }: Hyperparams) => ({ forward: 1, backward: 1 + 1 / factorUpdatePeriod }),
  };
}

/**
 * Eigenvectors of every layer's factors in columns, by float64 on the host from one awaited read-back each; of a norm the inverses of
 * its blocks.
 */
export async function eigenbasesOf(factors: readonly MatrixCurvature[], damping: number): Promise<LayerBasis[]> {
  const basisOf = async (factor: Tensor2D) => {
    const n = factor.shape[0];
    return tensor2d(Float32Array.from(symmetricEigen((await factor.data()) as Float32Array, n).vectors), [n, n]);
  };
  return Promise.all(
    factors.map(async (each) => {
      if (isBlocks(each)) return invertBlocks(each.blocks, damping);
      return { inputBasis: await basisOf(each.inputFactor), outputBasis: await basisOf(each.outputFactor) };
    }),
  );
}
