import { OPTIMIZER_IDS, OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import type { TaskId } from "../../config/tables/taskIds";
import { isHeavy, TASKS } from "../../config/tables/tasks";

/** One on which settings are chosen, and those that results are reported on. */
export const TUNING_SEED = 0;
export const HELD_OUT_SEEDS = [1, 2, 3, 4, 5];

const SOLVERS = OPTIMIZER_IDS.filter((id) => OPTIMIZERS[id].isSolver);

/** Methods that go through a task together, and how far. */
export interface Leg {
  optimizers: readonly OptimizerId[];
  tuningSteps: number;
  steps: number;
  /** Steps between evaluations of the held-out runs. */
  interval: number;
}

/**
 * The methods of a sweep: whole runs, but half a run for choosing on images. The inner solvers take 100 steps, 50 for
 * choosing, beside SGDm for the clock; on images, where one step takes seconds, they take no part.
 */
export function legsOf(task: TaskId): Leg[] {
  const { steps } = TASKS[task];
  const fast = OPTIMIZER_IDS.filter((id) => !SOLVERS.includes(id));
  const tuningSteps = isHeavy(task) ? steps / 2 : steps;
  const legs: Leg[] = [{ optimizers: fast, tuningSteps, steps, interval: steps / 20 }];
  if (!isHeavy(task)) legs.push({ optimizers: ["sgdm", ...SOLVERS], tuningSteps: 50, steps: 100, interval: 5 });
  return legs;
}
