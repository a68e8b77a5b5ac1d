import { norm } from "../linalg/hostVector";
import type { DampingRule } from "./dampingRules";
import type { Curvature, MinimisedPoint } from "./minimisedPoint";

interface Minimum {
  u: Float64Array;
  value: number;
  /** ‖∇Q(u)‖ over what it was at the start; 0 where the start is stationary. */
  stationarity: number;
  /** Trial steps taken, refused ones among them. */
  iterations: number;
}

/**
 * Damped Gauss-Newton (Levenberg 1944, Marquardt 1963) from `start`: no step raises the function. The rule says which trial step
 * is taken, how the damping goes on, and when to stop before `iterations` trial steps.
 */
export function levenbergMarquardt(
  at: (u: Float64Array) => MinimisedPoint,
  start: Float64Array,
  rule: DampingRule,
  iterations: number,
): Minimum {
  const first = at(start);
  let [u, point] = [start, first];
  let curvature: Curvature | null = null;
  let { damping } = rule;
  let taken = 0;
  for (; taken < iterations && !rule.isDone({ first, point, damping }); taken++) {
    curvature ??= point.curvature();
    const step = curvature.solve(point.gradient, damping);
    const next = u.map((value, i) => value - (step[i] as number));
    const there = at(next);
    const trial = rule.judge({ damping, step, point, there, trace: curvature.trace });
    damping = trial.damping;
    if (!trial.isTaken) continue;
    [u, point] = [next, there];
    curvature = null;
  }
  const before = norm(first.gradient);
  const stationarity = before === 0 ? 0 : norm(point.gradient) / before;
  return { u, value: point.value, stationarity, iterations: taken };
}
