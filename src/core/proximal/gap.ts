import type { ProximalGap } from "../../config/formulas/proximalProblem";
import type { ProximalStep } from "./proximalStep";

/** Nothing is known. */
export const NO_GAP: ProximalGap = { distance: null, cosine: null, floor: null, atBestRate: null };

/** Below this share of ‖θ‖ the exact step is about the rounding of float32 weights, and a ratio to it says nothing. */
const LEAST_STEP = 1e-6;

/** The gap of the step from `theta` to `next`, all layers end to end; nothing where θ* = θ or a number is not finite. */
export function proximalGap(
  theta: ArrayLike<number>,
  next: ArrayLike<number>,
  { target, gradient, bestRate }: ProximalStep,
): ProximalGap {
  const sums = { theta: 0, exact: 0, taken: 0, miss: 0, along: 0, gradient: 0, downhill: 0, missAtBest: 0 };
  for (let i = 0; i < target.length; i++) {
    const from = theta[i] as number;
    const exact = (target[i] as number) - from;
    const taken = (next[i] as number) - from;
    const g = gradient[i] as number;
    sums.theta += from * from;
    sums.exact += exact * exact;
    sums.taken += taken * taken;
    sums.miss += (taken - exact) ** 2;
    sums.along += taken * exact;
    sums.gradient += g * g;
    sums.downhill += g * exact;
    sums.missAtBest += (-(bestRate ?? 0) * g - exact) ** 2;
  }
  const isKnown = Number.isFinite(sums.exact + sums.taken) && sums.exact > LEAST_STEP ** 2 * sums.theta;
  if (!isKnown) return NO_GAP;
  const cosineOf = (product: number, square: number) =>
    square > 0 ? Math.max(-1, Math.min(1, product / Math.sqrt(square * sums.exact))) : null;
  const downhill = cosineOf(sums.downhill, sums.gradient);
  return {
    distance: Math.sqrt(sums.miss / sums.exact),
    cosine: cosineOf(sums.along, sums.taken),
    floor: downhill === null ? null : Math.sqrt(1 - downhill ** 2),
    atBestRate: bestRate === null ? null : Math.sqrt(sums.missAtBest / sums.exact),
  };
}
