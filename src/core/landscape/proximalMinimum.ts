import type { Point } from "../../config/tables/landscape";
import { fsdAt, type Landscape, leastSquaresAt, lossAt, wsdAt } from "./landscape";

export interface Lambdas {
  lambdaFsd: number;
  lambdaWsd: number;
}

const MOST_STEPS = 500;
/** Share of Q that float64 cannot tell apart. */
const ROUNDING = 1e-15;

/** Q(u) = J(u) + λ_FSD·FSD(u; θ) + λ_WSD·WSD(u; θ), as a function of u. */
export function proximalObjectiveFrom(
  landscape: Landscape,
  theta: Point,
  { lambdaFsd, lambdaWsd }: Lambdas,
): (u: Point) => number {
  const reference = landscape.outputs(theta);
  return (u) => lossAt(landscape, u) + lambdaFsd * fsdAt(landscape, u, reference) + lambdaWsd * wsdAt(u, theta);
}

/**
 * The exact proximal point θ* = argmin_u Q(u), the minimum that the way down from θ leads to: Newton's method with the
 * Gauss-Newton matrix of Q, (1 + λ_FSD)·G(u) + λ_WSD·I, damped by Levenberg and Marquardt's rule, in float64 until no step
 * lowers Q.
 */
export function exactProximalPoint(landscape: Landscape, theta: Point, lambdas: Lambdas, start: Point = theta): Point {
  const { lambdaFsd, lambdaWsd } = lambdas;
  const reference = landscape.outputs(theta);
  const objective = proximalObjectiveFrom(landscape, theta, lambdas);
  let u = start;
  let value = objective(u);
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS && damping < 1e12; step++) {
    const onLoss = leastSquaresAt(landscape, u, landscape.targets);
    const onFsd = leastSquaresAt(landscape, u, reference);
    const [g11, g12, g22] = onLoss.gaussNewton.map((entry) => (1 + lambdaFsd) * entry) as [number, number, number];
    const gradient = [0, 1].map(
      (i) => at(onLoss.gradient, i) + lambdaFsd * at(onFsd.gradient, i) + lambdaWsd * (at(u, i) - at(theta, i)),
    ) as [number, number];
    const move = solve2([g11 + lambdaWsd + damping, g12, g22 + lambdaWsd + damping], gradient);
    const next: Point = [u[0] - move[0], u[1] - move[1]];
    const nextValue = objective(next);
    if (nextValue < value - ROUNDING * Math.abs(value)) {
      u = next;
      value = nextValue;
      damping = Math.max(damping / 5, 1e-15);
    } else damping *= 4;
  }
  return u;
}

/** min J over the plane: the way down from every point of a coarse grid over the drawn part. */
export function leastLoss(
  landscape: Landscape,
  domain: readonly [readonly [number, number], readonly [number, number]],
) {
  const free = { lambdaFsd: 0, lambdaWsd: 0 };
  const places = [1 / 8, 3 / 8, 5 / 8, 7 / 8];
  const losses = places.flatMap((x) =>
    places.map((y) => {
      const from = domain.map(([low, high], i) => low + (i === 0 ? x : y) * (high - low)) as unknown as Point;
      return lossAt(landscape, exactProximalPoint(landscape, from, free));
    }),
  );
  return Math.min(...losses);
}

const at = (pair: Point, i: number) => pair[i] as number;

/** [[a, b], [b, c]]⁻¹ v. */
function solve2([a, b, c]: readonly [number, number, number], [x, y]: Point): [number, number] {
  const determinant = a * c - b * b;
  return [(c * x - b * y) / determinant, (a * y - b * x) / determinant];
}
