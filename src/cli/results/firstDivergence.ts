import { isDeepStrictEqual } from "node:util";
import { CRITERIA } from "../../config/claims/criteria";
import type { MethodRecord } from "../../config/claims/record";
import { STEADY_SEEDS } from "../../config/claims/rules";
import type { StudyId } from "../../config/claims/studies";
import type { Unsteady } from "../../config/tables/chosen/claimedSettings";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { LARGE_STEPS } from "../claims/plan/defaultJobs";
import { isLarge } from "../claims/scale";
import { trainClaim } from "../claims/trainClaim";

/**
 * The first of seeds 0 to 9 on which a method diverges with some of its record's settings, and the step at which it was given up; null where it
 * comes to its end on all. Of runs that the record has, the record is asked; the others are trained on the active backend, on the large networks
 * their first 40 steps.
 */
export async function firstDivergence(record: MethodRecord, settings: Partial<Hyperparams>): Promise<Unsteady | null> {
  const onAllRows = CRITERIA[record.criterion].isHeldApart ? [] : record.candidates;
  const recorded = [...onAllRows, ...record.heldOut].filter((run) => isDeepStrictEqual(run.settings, settings));
  const lost = recorded.find(({ divergedAt }) => divergedAt !== undefined);
  if (lost) return { seed: lost.seed, step: lost.divergedAt ?? 0 };
  for (const seed of STEADY_SEEDS) {
    if (recorded.some((run) => run.seed === seed)) continue;
    const step = await divergesAt(record, settings, seed, isLarge(record.study as StudyId) ? LARGE_STEPS : undefined);
    if (step !== null) return { seed, step };
  }
  return null;
}

/** The step at which a run is given up, null where it comes to its end; `until` ends it earlier. */
export async function divergesAt(
  { trained, optimizer }: MethodRecord,
  settings: Partial<Hyperparams>,
  seed: number,
  until?: number,
): Promise<number | null> {
  const end = until === undefined ? {} : { until };
  const run = await trainClaim({ trained, optimizer, settings, seed, isHeldApart: false, evaluations: 0, ...end });
  return run.divergedAt ?? null;
}
