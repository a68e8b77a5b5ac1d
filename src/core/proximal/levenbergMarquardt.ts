import { dot } from "../linalg/hostVector";
import { gaussNewton } from "./gaussNewton";
import type { NetObjective } from "./netObjective";

export interface Minimum {
  u: Float64Array;
  value: number;
  /** ‖∇Q(u)‖ over what it was at the start; 0 where the start is stationary. */
  stationarity: number;
  /** Trial steps taken, refused ones among them. */
  iterations: number;
}

/** Damping added when a step is refused, as a share of the mean eigenvalue of JᵀJ. */
const LEAST_DAMPING = 1e-4;
/** How far the objective fell, over what its model foretold: below and above these the damping grows and shrinks. */
const POOR = 0.25;
const GOOD = 0.75;

/**
 * Damped Gauss-Newton (Levenberg 1944, Marquardt 1963) on the proximal objective from `start`: no step raises it. Stops when
 * the gradient's norm is `tolerance` of what it was, or after `iterations` trial steps. λ_WSD must be above 0.
 */
export function levenbergMarquardt(
  objective: NetObjective,
  start: Float64Array,
  { iterations, tolerance }: { iterations: number; tolerance: number },
): Minimum {
  const { net, lambdaWsd } = objective;
  let u = start;
  let point = objective.at(u);
  const first = norm(point.gradient);
  let damping = 0;
  let taken = 0;
  while (taken < iterations && norm(point.gradient) > tolerance * first) {
    const curvature = gaussNewton(net, point.pass, objective.rootDeltas(u, point));
    const least = (LEAST_DAMPING * curvature.trace) / net.size;
    let isLower = false;
    while (!isLower && taken++ < iterations) {
      const step = curvature.solve(point.gradient, lambdaWsd + damping);
      const next = u.map((value, i) => value - (step[i] as number));
      const there = objective.at(next);
      const foretold = 0.5 * (dot(point.gradient, step) + damping * dot(step, step));
      const ratio = (point.value - there.value) / foretold;
      isLower = ratio > 0;
      if (ratio > GOOD) damping = damping / 5 < least ? 0 : damping / 5;
      else if (!(ratio > POOR)) damping = Math.max(4 * damping, least);
      if (isLower) [u, point] = [next, there];
    }
  }
  return {
    u,
    value: point.value,
    stationarity: first === 0 ? 0 : norm(point.gradient) / first,
    iterations: Math.min(taken, iterations),
  };
}

const norm = (v: Float64Array): number => Math.sqrt(dot(v, v));
