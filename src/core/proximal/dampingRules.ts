import { dot, norm } from "../linalg/hostVector";
import type { MinimisedPoint } from "./minimisedPoint";

/** A step of Levenberg and Marquardt that was tried: from `point` by −`step` to `there`. */
interface Trial {
  damping: number;
  step: Float64Array;
  point: MinimisedPoint;
  there: MinimisedPoint;
  /** Of the Gauss-Newton matrix at `point`. */
  trace: number;
}

/** How Levenberg and Marquardt's damping goes on, and when the method is done. */
export interface DampingRule {
  /** Of the first step. */
  damping: number;
  judge(trial: Trial): { isTaken: boolean; damping: number };
  isDone(now: { first: MinimisedPoint; point: MinimisedPoint; damping: number }): boolean;
}

/** Damping added when a step is refused, as a share of the mean eigenvalue of JᵀJ. */
const LEAST_DAMPING = 1e-4;
/** How far the function fell, over what its model foretold: below and above these the damping grows and shrinks. */
const POOR = 0.25;
const GOOD = 0.75;

/**
 * Marquardt's rule by the ratio of what a step gains to what its model foretold, from no damping at all. Done where the gradient's
 * norm is `tolerance` of its norm at the start.
 */
export function byGain(tolerance: number): DampingRule {
  return {
    damping: 0,
    judge({ damping, step, point, there, trace }) {
      const floor = (LEAST_DAMPING * trace) / step.length;
      const foretold = 0.5 * (dot(point.gradient, step) + damping * dot(step, step));
      const ratio = (point.value - there.value) / foretold;
      const isTaken = ratio > 0;
      if (ratio > GOOD) return { isTaken, damping: damping / 5 < floor ? 0 : damping / 5 };
      return { isTaken, damping: ratio > POOR ? damping : Math.max(4 * damping, floor) };
    },
    isDone: ({ first, point }) => !(norm(point.gradient) > tolerance * norm(first.gradient)),
  };
}

/** Share of the function that float64 cannot tell apart. */
const ROUNDING = 1e-15;

/** A fifth after each step that lowers the function beyond rounding, four times after each other. Done where no damping lets it fall. */
export const untilRounding: DampingRule = {
  damping: 1e-3,
  judge({ damping, point, there }) {
    const isTaken = there.value < point.value - ROUNDING * Math.abs(point.value);
    return { isTaken, damping: isTaken ? Math.max(damping / 5, 1e-15) : 4 * damping };
  },
  isDone: ({ damping }) => !(damping < 1e12),
};
