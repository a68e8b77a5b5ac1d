import type { Point } from "../../config/tables/landscape";

/** A least-squares problem of two parameters, as float64 functions. Outputs are row-major [examples, outputs]. */
export interface LeastSquares {
  /** N: losses and distances are means over it. */
  readonly examples: number;
  /** y, as the outputs. */
  readonly targets: Float64Array;
  /** f(θ) for every example. */
  outputs(theta: Point): Float64Array;
  /** ∂f/∂θ, two numbers per output. */
  jacobian(theta: Point): Float64Array;
}

/** J(θ) = mean ½‖f − y‖². */
export function lossAt(problem: LeastSquares, theta: Point): number {
  return halfSquaredDistance(problem.outputs(theta), problem.targets) / problem.examples;
}

/** FSD(u; θ) = mean ½‖f(u) − f(θ)‖² over the same examples, with f(θ) given. */
export function fsdAt(problem: LeastSquares, u: Point, reference: Float64Array): number {
  return halfSquaredDistance(problem.outputs(u), reference) / problem.examples;
}

/** ½‖a − b‖². */
function halfSquaredDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - (b[i] as number)) ** 2;
  return 0.5 * sum;
}

/** ∇ of mean ½‖f − r‖² at θ, and G = E[JᵀJ] there as [g₁₁, g₁₂, g₂₂]. */
export function leastSquaresAt(
  problem: LeastSquares,
  theta: Point,
  reference: Float64Array,
): { gradient: [number, number]; gaussNewton: [number, number, number] } {
  const outputs = problem.outputs(theta);
  const jacobian = problem.jacobian(theta);
  const gradient: [number, number] = [0, 0];
  const gaussNewton: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < outputs.length; i++) {
    const residual = ((outputs[i] as number) - (reference[i] as number)) / problem.examples;
    const [first, second] = [jacobian[2 * i] as number, jacobian[2 * i + 1] as number];
    gradient[0] += residual * first;
    gradient[1] += residual * second;
    gaussNewton[0] += (first * first) / problem.examples;
    gaussNewton[1] += (first * second) / problem.examples;
    gaussNewton[2] += (second * second) / problem.examples;
  }
  return { gradient, gaussNewton };
}
