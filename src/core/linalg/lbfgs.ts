import type { SolverLimits } from "./conjugateGradient";
import { addScaledInPlace, difference, dot, norm, scaledVector } from "./hostVector";

/** A function's value and gradient at a point. */
export type Evaluate = (x: Float64Array) => Promise<{ value: number; gradient: Float64Array }>;

export interface LbfgsMinimum {
  x: Float64Array;
  value: number;
  evaluations: number;
  /** "stalled": no step along the last direction lowers the value by more than its rounding. */
  stopped: "tolerance" | "iterations" | "stalled";
}

const MEMORY = 20;
/** Armijo's and Wolfe's constants (Nocedal and Wright 2006, section 3.1). */
const SUFFICIENT = 1e-4;
const CURVATURE = 0.9;
const MOST_TRIALS = 20;

/**
 * L-BFGS (Nocedal 1980) with a bracketing line search for the Wolfe conditions, in float64 around the evaluations. Stops when
 * the gradient's norm is `tolerance` of what it was at the start, after `iterations` evaluations, or when it stalls. `rounding`
 * is the relative error of a value. Throws RangeError where the start is not finite.
 */
export async function lbfgs(
  evaluate: Evaluate,
  start: Float64Array,
  { iterations, tolerance }: SolverLimits,
  rounding = 1e-7,
): Promise<LbfgsMinimum> {
  let x = start;
  let { value, gradient } = await evaluate(x);
  let evaluations = 1;
  const target = tolerance * norm(gradient);
  if (!Number.isFinite(value + target))
    throw new RangeError("The objective or its gradient is not finite where the solver starts: the run has diverged.");
  const pairs: { step: Float64Array; change: Float64Array; curvature: number }[] = [];
  while (evaluations < iterations) {
    const size = norm(gradient);
    if (size <= target || size === 0) return { x, value, evaluations, stopped: "tolerance" };
    let direction = towards(gradient, pairs);
    let slope = dot(direction, gradient);
    if (!(slope < 0)) {
      pairs.length = 0;
      direction = scaledVector(gradient, -1);
      slope = -size * size;
    }
    let low = 0;
    let high = Number.POSITIVE_INFINITY;
    // without a memory of curvature the first step changes the weights by at most 1 in all
    let length = pairs.length === 0 ? Math.min(1, 1 / size) : 1;
    let found: { x: Float64Array; value: number; gradient: Float64Array } | null = null;
    for (let trial = 0; trial < MOST_TRIALS && evaluations < iterations; trial++) {
      const next = x.slice();
      addScaledInPlace(next, length, direction);
      const there = await evaluate(next);
      evaluations++;
      const slopeThere = dot(direction, there.gradient);
      const falls = there.value <= value + SUFFICIENT * length * slope + rounding * Math.abs(value);
      if (falls && Number.isFinite(slopeThere)) found = { x: next, ...there };
      if (!falls || slopeThere > -CURVATURE * slope) high = length;
      else if (slopeThere < CURVATURE * slope) low = length;
      else break;
      length = high === Number.POSITIVE_INFINITY ? 2 * length : (low + high) / 2;
    }
    const isStuck = found && found.value >= value && dot(found.gradient, found.gradient) >= size * size;
    if (!found || isStuck)
      return { x, value, evaluations, stopped: evaluations < iterations ? "stalled" : "iterations" };
    const step = difference(found.x, x);
    const change = difference(found.gradient, gradient);
    const curvature = dot(step, change);
    if (curvature > 1e-10 * dot(step, step)) {
      pairs.push({ step, change, curvature });
      if (pairs.length > MEMORY) pairs.shift();
    }
    ({ x, value, gradient } = found);
  }
  return { x, value, evaluations, stopped: "iterations" };
}

/** −H·gradient by the two-loop recursion (Nocedal and Wright 2006, algorithm 7.4). */
function towards(
  gradient: Float64Array,
  pairs: readonly { step: Float64Array; change: Float64Array; curvature: number }[],
): Float64Array {
  const q = gradient.slice();
  const shares = pairs.toReversed().map(({ step, change, curvature }) => {
    const share = dot(step, q) / curvature;
    addScaledInPlace(q, -share, change);
    return share;
  });
  const last = pairs.at(-1);
  const scale = last ? last.curvature / dot(last.change, last.change) : 1;
  for (let i = 0; i < q.length; i++) q[i] = scale * (q[i] as number);
  pairs.forEach(({ step, change, curvature }, i) => {
    const share = shares[pairs.length - 1 - i] as number;
    addScaledInPlace(q, share - dot(change, q) / curvature, step);
  });
  return scaledVector(q, -1);
}
