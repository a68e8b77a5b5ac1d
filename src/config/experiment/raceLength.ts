import { readsHyperparam } from "../tables/hyperparamRange";
import type { ExperimentConfig } from "./experiment";

type Lengths = Pick<ExperimentConfig, "steps" | "scheduleSteps">;

/** Steps over which schedules run: those of the race as it began. */
export const scheduleStepsOf = ({ steps, scheduleSteps }: Lengths): number => scheduleSteps ?? steps;

/** The config of a race that goes on to another last step, its schedules as they were: it repeats every step taken so far. */
export function withSteps(config: ExperimentConfig, steps: number): ExperimentConfig {
  const scheduleSteps = scheduleStepsOf(config);
  const hasSchedule = config.optimizers.some(
    ({ id, hyperparams }) =>
      (readsHyperparam(id, "learningRateSchedule") && hyperparams.learningRateSchedule !== "fixed") ||
      (readsHyperparam(id, "metaSchedule") && hyperparams.metaSchedule !== "constant"),
  );
  const { scheduleSteps: _, ...rest } = config;
  return { ...rest, steps, ...(hasSchedule && scheduleSteps !== steps ? { scheduleSteps } : {}) };
}
