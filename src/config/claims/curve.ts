import type { ClaimEvaluation } from "./evaluation";
import type { ClaimRun } from "./record";

type Quantity = "trainLoss" | "testLoss" | "testMetric";
type Curve = Pick<ClaimRun, "evaluations">;

/** What a run came to at its last step; null where it diverged. */
export const atEnd = ({ evaluations }: Curve, quantity: Quantity): number | null =>
  evaluations.at(-1)?.[quantity] ?? null;

/** The best that any evaluation of a run saw; null where none saw anything. */
export function atBest({ evaluations }: Curve, quantity: Quantity, isHigherBetter: boolean): number | null {
  const seen = evaluations.map((one) => one[quantity]).filter((value) => value !== null);
  if (seen.length === 0) return null;
  return isHigherBetter ? Math.max(...seen) : Math.min(...seen);
}

/** The last evaluation within a time, where each step takes so long; null before the first. */
export function atTime({ evaluations }: Curve, msPerStep: number, ms: number): ClaimEvaluation | null {
  return evaluations.filter(({ step }) => step * msPerStep <= ms).at(-1) ?? null;
}

/**
 * How flat the last third of a run is: the quantity's mean over the evaluations in the last sixth less that over the sixth before; 0 is flat.
 * Null where it was not measured in both.
 */
export function lateChange({ evaluations }: Curve, quantity: Quantity): number | null {
  const steps = evaluations.at(-1)?.step ?? 0;
  const meanWithin = (from: number, to: number) => {
    const values = evaluations
      .filter(({ step }) => step > from * steps && step <= to * steps)
      .map((one) => one[quantity])
      .filter((value) => value !== null);
    return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
  };
  const [before, last] = [meanWithin(2 / 3, 5 / 6), meanWithin(5 / 6, 1)];
  return before !== null && last !== null ? last - before : null;
}
