import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { refusalOf } from "../../config/tables/networks/taskSetup";
import { OPTIMIZER_IDS, OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import type { TaskId } from "../../config/tables/taskIds";
import type { TaskOptions } from "../../config/tables/taskOptions";
import { trainTrace } from "../trace/trainTrace";

/** Seeds on which no default may diverge on its own task. */
export const STEADY_SEEDS: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** A method that diverged with the defaults of a task, and the step in which it was seen. */
export interface Divergence {
  seed: number;
  optimizer: OptimizerId;
  step: number;
}

/** What is trained, for how long: the task's own race length, and 100 steps of the idealised methods, which solve for each of them. */
export interface SteadyRace {
  task: TaskId;
  taskOptions?: Partial<TaskOptions>;
  seed: number;
  /** Ends it earlier. */
  until?: number;
  /** As `until`, of the idealised methods; 0 leaves them out. */
  solverSteps?: number;
}

/** Trains every method that a task offers with the task's defaults on one seed, and returns those that diverge. */
export async function divergences({
  task,
  taskOptions,
  seed,
  until,
  solverSteps = 100,
}: SteadyRace): Promise<Divergence[]> {
  const offered = OPTIMIZER_IDS.filter((id) => refusalOf({ task, taskOptions }, id) === null);
  const found: Divergence[] = [];
  for (const areSolvers of [false, true]) {
    const optimizers = offered.filter((id) => OPTIMIZERS[id].isSolver === areSolvers).map((id) => ({ id }));
    const { config } = resolveExperiment({ version: 1, task, taskOptions, seed, optimizers });
    const steps = Math.min(until ?? config.steps, areSolvers ? solverSteps : config.steps);
    if (steps === 0) continue;
    const { runs } = await trainTrace({ config, until: steps, rowsOnly: true });
    for (const { optimizer, status, columns } of runs)
      if (status === "diverged") found.push({ seed, optimizer, step: columns.step.length });
  }
  return found;
}
