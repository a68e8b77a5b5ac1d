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
  return meanDistance(problem, problem.outputs(theta), problem.targets);
}

/** FSD(u; θ) = mean ½‖f(u) − f(θ)‖² over the same examples, with f(θ) given. */
export function fsdAt(problem: LeastSquares, u: Point, reference: Float64Array): number {
  return meanDistance(problem, problem.outputs(u), reference);
}

/** mean ½‖f − r‖² of the outputs f that begin at `start`, to a reference r: J to the targets, FSD to f(θ). */
export function meanDistance(
  { examples }: LeastSquares,
  outputs: Float64Array,
  reference: Float64Array,
  start = 0,
): number {
  let sum = 0;
  for (let i = 0; i < reference.length; i++) {
    const difference = (outputs[start + i] as number) - (reference[i] as number);
    sum += difference * difference;
  }
  return (0.5 * sum) / examples;
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
