import { abs, add, div, minimum, mul, type Scalar, scalar, sqrt } from "@tensorflow/tfjs-core";
import { average } from "../kernels/adam";
import { isBlocks, type MatrixCurvature } from "../nn/layer";
import { zipWith } from "./vectors";

/** Running averages of every layer's factors, of which the first is the first batch's own; what KFAC and EKFAC share. */
export function averagedFactors(
  before: readonly MatrixCurvature[] | null,
  fresh: MatrixCurvature[],
  curvatureEma: number,
): MatrixCurvature[] {
  if (!before) return fresh;
  return zipWith(before, fresh, (old, now) => {
    if (isBlocks(old) || isBlocks(now)) return { blocks: average(blocksOf(old), blocksOf(now), curvatureEma) };
    return {
      inputFactor: average(old.inputFactor, now.inputFactor, curvatureEma),
      outputFactor: average(old.outputFactor, now.outputFactor, curvatureEma),
    };
  });
}

function blocksOf(curvature: MatrixCurvature) {
  if (isBlocks(curvature)) return curvature.blocks;
  throw new Error("The blocks of a norm cannot be averaged with Kronecker factors.");
}

/** ν = min(1, √(klClip / (η²·|⟨v, ∇⟩| + 1e-30))). */
export function klClipFactor(product: Scalar, learningRate: number, klClip: number): Scalar {
  const quadratic = add(mul(scalar(learningRate * learningRate), abs(product)), scalar(1e-30));
  return minimum(scalar(1), sqrt(div(scalar(klClip), quadratic)));
}
