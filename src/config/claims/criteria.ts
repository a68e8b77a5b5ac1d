import type { ClaimEvaluation } from "./evaluation";

export const CRITERION_IDS = ["validationMetric", "validationError", "trainLoss"] as const;
export type CriterionId = (typeof CRITERION_IDS)[number];

/** What settings are chosen by, at the last step. */
export interface Criterion {
  /** "validation accuracy" */
  name: string;
  quantity: "trainLoss" | "testMetric";
  isHigherBetter: boolean;
  /** Whether a tenth of the training rows is set apart for it. */
  isHeldApart: boolean;
}

export const CRITERIA: Record<CriterionId, Criterion> = {
  validationMetric: {
    name: "validation accuracy or BLEU",
    quantity: "testMetric",
    isHigherBetter: true,
    isHeldApart: true,
  },
  validationError: { name: "validation RMSE", quantity: "testMetric", isHigherBetter: false, isHeldApart: true },
  trainLoss: { name: "training loss", quantity: "trainLoss", isHigherBetter: false, isHeldApart: false },
};

/** How good a run's end is by a criterion, higher better, −∞ where it diverged: numbers to compare, not to show. */
export function scoreOf(id: CriterionId, { evaluations }: { evaluations: readonly ClaimEvaluation[] }): number {
  const { quantity, isHigherBetter } = CRITERIA[id];
  const value = evaluations.at(-1)?.[quantity] ?? null;
  if (value === null) return Number.NEGATIVE_INFINITY;
  return isHigherBetter ? value : -value;
}

/** How far the ends of a record's held-out runs lie apart, of those that came to their end; null of fewer than two. */
export function heldOutRange({ criterion, heldOut }: HeldOut): number | null {
  const scores = heldOut.map((run) => scoreOf(criterion, run)).filter(Number.isFinite);
  return scores.length < 2 ? null : Math.max(...scores) - Math.min(...scores);
}

interface HeldOut {
  criterion: CriterionId;
  heldOut: readonly { evaluations: readonly ClaimEvaluation[] }[];
}
