import type { Hyperparams } from "../tables/hyperparams";

type MetaSchedule = Pick<Hyperparams, "metaUpdateInterval" | "metaIntervalWarmup" | "metaOnlySteps">;

/** Whether φ moves in a step: in each of the first ones where a warm-up says so, then at 0, K, 2K, … */
export function isMetaStep(
  step: number,
  { metaUpdateInterval, metaIntervalWarmup, metaOnlySteps }: MetaSchedule,
): boolean {
  return step < Math.max(metaIntervalWarmup, metaOnlySteps) || step % metaUpdateInterval === 0;
}

/** The first step at or after one in which φ moves. */
export function nextMetaStep(step: number, schedule: MetaSchedule): number {
  if (isMetaStep(step, schedule)) return step;
  return Math.ceil(step / schedule.metaUpdateInterval) * schedule.metaUpdateInterval;
}
