import { scheduleStepsOf } from "../../config/experiment/raceLength";
import { EXPERIMENT_LIMITS } from "../../config/experiment/resolveExperiment";
import type { ExperimentState } from "./state";

type Race = Pick<ExperimentState, "step" | "config" | "runs">;

/** Whether no run has a step left: the last one is taken, or all have stopped. */
export const isOver = ({ step, config, runs }: Race): boolean =>
  step > 0 && (step >= config.steps || runs.every(({ status }) => status === "diverged" || status === "failed"));

/** The last step of a race that goes on for as long again; null where none can. */
export function continuedSteps({ config, runs }: Race): number | null {
  const steps = Math.min(EXPERIMENT_LIMITS.steps.max, config.steps + scheduleStepsOf(config));
  const canGoOn = runs.some(({ status }) => status === "finished" || status === "running");
  return canGoOn && steps > config.steps ? steps : null;
}
