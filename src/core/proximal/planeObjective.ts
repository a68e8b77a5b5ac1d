import type { Lambdas } from "../../config/tables/lambdas";
import type { Point } from "../../config/tables/landscape";
import { hostObjective } from "./hostObjective";
import { fsdAt, type LeastSquares, leastSquaresAt, lossAt } from "./leastSquares";
import type { MinimisedPoint } from "./minimisedPoint";

/**
 * Q of a least-squares problem of two parameters from θ, in float64 on the host, B and B′ all examples. Its Gauss-Newton matrix is
 * (1 + λ_FSD)·G(u) + λ_WSD·I.
 */
export function planeObjective(
  problem: LeastSquares,
  theta: Point,
  { lambdaFsd, lambdaWsd }: Lambdas,
): (u: Float64Array) => MinimisedPoint {
  const reference = problem.outputs(theta);
  return hostObjective(Float64Array.from(theta), lambdaWsd, (values) => {
    const u = Array.from(values) as unknown as Point;
    const onLoss = leastSquaresAt(problem, u, problem.targets);
    const onFsd = leastSquaresAt(problem, u, reference);
    return {
      value: lossAt(problem, u) + lambdaFsd * fsdAt(problem, u, reference),
      gradient: Float64Array.from(onLoss.gradient, (g, i) => g + lambdaFsd * (onFsd.gradient[i] as number)),
      curvature() {
        const [a, b, c] = onLoss.gaussNewton.map((entry) => (1 + lambdaFsd) * entry) as [number, number, number];
        const solve = (v: Float64Array, damping: number) =>
          solve2([a + lambdaWsd + damping, b, c + lambdaWsd + damping], v);
        return { solve, trace: a + c };
      },
    };
  });
}

/** [[a, b], [b, c]]⁻¹ v. */
function solve2([a, b, c]: readonly [number, number, number], v: Float64Array): Float64Array {
  const [x, y] = [v[0] as number, v[1] as number];
  const determinant = a * c - b * b;
  return Float64Array.of((c * x - b * y) / determinant, (a * y - b * x) / determinant);
}
