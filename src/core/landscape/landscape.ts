import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { Point } from "../../config/tables/landscape";
import type { Problem } from "../optimizers/optimizer";

/**
 * A least-squares problem of two parameters, twice: as float64 functions for drawing, and as the `Problem`, tensors and
 * weights that the optimizers take. Outputs are row-major [examples, outputs].
 */
export interface Landscape {
  /** N: losses and distances are means over it. */
  readonly examples: number;
  /** y, as the outputs. */
  readonly targets: Float64Array;
  /** f(θ) for every example. */
  outputs(theta: Point): Float64Array;
  /** ∂f/∂θ, two numbers per output. */
  jacobian(theta: Point): Float64Array;
  readonly problem: Problem;
  /** All examples, as tensors that the caller owns. */
  batch(): { input: Tensor; target: Tensor2D };
  /** θ as the model's weights, as tensors that the caller owns. */
  paramsOf(theta: Point): Tensor2D[];
}

/** J(θ) = mean ½‖f − y‖². */
export function lossAt(landscape: Landscape, theta: Point): number {
  return halfSquaredDistance(landscape.outputs(theta), landscape.targets) / landscape.examples;
}

/** FSD(u; θ) = mean ½‖f(u) − f(θ)‖² over the same examples, with f(θ) given. */
export function fsdAt(landscape: Landscape, u: Point, reference: Float64Array): number {
  return halfSquaredDistance(landscape.outputs(u), reference) / landscape.examples;
}

/** WSD(u; θ) = ½‖u − θ‖². */
export function wsdAt(u: Point, theta: Point): number {
  return 0.5 * ((u[0] - theta[0]) ** 2 + (u[1] - theta[1]) ** 2);
}

/** ½‖a − b‖². */
function halfSquaredDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - (b[i] as number)) ** 2;
  return 0.5 * sum;
}

/** ∇ of mean ½‖f − r‖² at θ, and G = E[JᵀJ] there as [g₁₁, g₁₂, g₂₂]. */
export function leastSquaresAt(
  landscape: Landscape,
  theta: Point,
  reference: Float64Array,
): { gradient: [number, number]; gaussNewton: [number, number, number] } {
  const outputs = landscape.outputs(theta);
  const jacobian = landscape.jacobian(theta);
  const gradient: [number, number] = [0, 0];
  const gaussNewton: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < outputs.length; i++) {
    const residual = ((outputs[i] as number) - (reference[i] as number)) / landscape.examples;
    const [first, second] = [jacobian[2 * i] as number, jacobian[2 * i + 1] as number];
    gradient[0] += residual * first;
    gradient[1] += residual * second;
    gaussNewton[0] += (first * first) / landscape.examples;
    gaussNewton[1] += (first * second) / landscape.examples;
    gaussNewton[2] += (second * second) / landscape.examples;
  }
  return { gradient, gaussNewton };
}
