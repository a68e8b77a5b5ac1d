import type { FittedRunModel } from "../../store/fit/fitSelectors";

/** Step of the newest prediction, null before the first. */
export function fitStep(runs: readonly FittedRunModel[]): number | null {
  const steps = runs.flatMap(({ prediction }) => (prediction ? [prediction.step] : []));
  return steps.length === 0 ? null : Math.max(...steps);
}
