import type { Axis, Box } from "../../../config/claims/box";
import { type CriterionId, heldOutRange, scoreOf } from "../../../config/claims/criteria";
import type { BoxEdge, CandidateRun, ClaimRun } from "../../../config/claims/record";
import { hyperparamRange } from "../../../config/tables/hyperparamRange";
import type { OptimizerId } from "../../../config/tables/optimizers";

/** What is known of a method in a study. */
export interface Searched {
  optimizer: OptimizerId;
  criterion: CriterionId;
  box: Box;
  candidates: readonly CandidateRun[];
  heldOut: readonly ClaimRun[];
}

/** Factor of the first step beyond an edge. */
export const BEYOND = 3;

/** The best candidate, of equal ones the first; null where every one diverged. */
export function bestCandidate({
  criterion,
  candidates,
}: Pick<Searched, "criterion" | "candidates">): CandidateRun | null {
  const [first, ...others] = candidates;
  if (!first) return null;
  const best = others.reduce((a, b) => (scoreOf(criterion, b) > scoreOf(criterion, a) ? b : a), first);
  return scoreOf(criterion, best) === Number.NEGATIVE_INFINITY ? null : best;
}

/** The values of a setting that an arm was tried with, whatever came of them, ascending. */
export function triedValues(candidates: readonly CandidateRun[], arm: number, { setting }: Axis): number[] {
  const values = candidates.filter((one) => one.arm === arm).map(({ settings }) => settings[setting]);
  return [...new Set(values.filter((value) => value !== undefined))].toSorted((a, b) => a - b);
}

/** A step from a value beyond it, to the end of what the setting accepts at most; null where it stands there. */
export function beyond(
  optimizer: OptimizerId,
  { setting }: Axis,
  side: BoxEdge["side"],
  value: number,
  factor = BEYOND,
): number | null {
  const { limits, integer } = hyperparamRange(optimizer, setting);
  const wanted = side === "high" ? value * factor : value / factor;
  const reached = Math.min(limits.max, Math.max(limits.min, integer ? Math.round(wanted) : wanted));
  const next = Number(reached.toPrecision(2));
  return next === value ? null : next;
}

/** Sides of the arm's box that the best candidate lies at: nothing beyond it was tried. */
export function edgesOf(searched: Searched): BoxEdge[] {
  const best = bestCandidate(searched);
  if (!best) return [];
  return (searched.box.arms[best.arm]?.axes ?? []).flatMap((axis) => {
    const value = best.settings[axis.setting];
    if (value === undefined) return [];
    const tried = triedValues(searched.candidates, best.arm, axis);
    const sides = (["low", "high"] as const).filter((side) => value === tried.at(side === "low" ? 0 : -1));
    return sides.map((side) => ({ setting: axis.setting, side, value, stop: stopOf(searched, best, axis, side) }));
  });
}

function stopOf(searched: Searched, best: CandidateRun, axis: Axis, side: BoxEdge["side"]): BoxEdge["stop"] {
  if (beyond(searched.optimizer, axis, side, best.settings[axis.setting] ?? 0) === null) return "limit";
  return isFlat(searched, best, axis) ? "flat" : "moves";
}

/** Whether some candidate with another value of the setting is as good as the best, within the range of the held-out seeds. */
function isFlat({ criterion, candidates, heldOut }: Searched, best: CandidateRun, { setting }: Axis): boolean {
  const range = heldOutRange({ criterion, heldOut });
  if (range === null) return false;
  return candidates.some(
    (one) =>
      one.arm === best.arm &&
      one.settings[setting] !== best.settings[setting] &&
      scoreOf(criterion, best) - scoreOf(criterion, one) <= range,
  );
}
