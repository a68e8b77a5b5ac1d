import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/tables/hyperparams";
import {
  conjugateGradient,
  type MatrixVectorProduct,
  pseudoInverseSolve,
  type Solution,
} from "../linalg/conjugateGradient";
import { addScaledInPlace } from "../linalg/hostVector";
import { curvatureProduct } from "../nn/curvature";
import type { ForwardPass } from "../nn/model";
import { readVector, toVector } from "./hostVectors";
import type { Params, Problem } from "./optimizer";

/** v ↦ (scale·G + shift·I) v with G of one forward pass at `params` and the shares of its rows; the shift is added in float64. */
export function shiftedCurvature(
  problem: Problem,
  params: Params,
  { pass, rowShares }: { pass: ForwardPass; rowShares?: Tensor2D },
  scale: number,
  shift: number,
): MatrixVectorProduct {
  return async (v) => {
    const image =
      scale === 0
        ? new Float64Array(v.length)
        : (await readVector(() => curvatureProduct(problem, params, pass, toVector(v, params), rowShares))).map(
            (x) => scale * x,
          );
    addScaledInPlace(image, shift, v);
    return image;
  };
}

/** (scale·G + shift·I)⁻¹ b by conjugate gradients; the pseudo-inverse of a bare G where the shift is 0. */
export function solveShifted(
  product: MatrixVectorProduct,
  shift: number,
  b: Float64Array,
  { solverIterations, solverTolerance }: Hyperparams,
): Promise<Solution> {
  const limits = { iterations: solverIterations, tolerance: solverTolerance };
  return shift > 0 ? conjugateGradient(product, b, limits) : pseudoInverseSolve(product, b, limits);
}
