import { resolveExperiment } from "../../../config/experiment/resolveExperiment";
import type { Hyperparams } from "../../../config/tables/hyperparams";
import { refusalOf } from "../../../config/tables/networks/taskSetup";
import { OPTIMIZER_IDS, OPTIMIZERS, type OptimizerId } from "../../../config/tables/optimizers";
import type { TaskId } from "../../../config/tables/taskIds";
import type { TaskOptions } from "../../../config/tables/taskOptions";
import { trainTrace } from "../../trace/trainTrace";

/** A method that diverged with the defaults of a task, and the step in which it was seen. */
export interface Divergence {
  optimizer: OptimizerId;
  step: number;
}

/** What is trained, for how long: the task's own race length, and 100 steps of the idealised methods, which solve for each of them. */
export interface DefaultRace {
  task: TaskId;
  taskOptions?: Partial<TaskOptions>;
  /** Ends it earlier. */
  until?: number;
  /** As `until`, of the idealised methods; 0 leaves them out. */
  solverSteps?: number;
}

/** A method as the task starts it, and how long it is trained. */
interface DefaultRun {
  optimizer: OptimizerId;
  hyperparams: Hyperparams;
  steps: number;
}

const SOLVER_STEPS = 100;

/** The methods that a task offers, each with the task's defaults. */
export function defaultRuns({ task, taskOptions, until, solverSteps = SOLVER_STEPS }: DefaultRace): DefaultRun[] {
  const optimizers = OPTIMIZER_IDS.filter((id) => refusalOf({ task, taskOptions }, id) === null).map((id) => ({ id }));
  const { config } = resolveExperiment({ version: 1, task, taskOptions, optimizers });
  const steps = Math.min(until ?? config.steps, config.steps);
  return config.optimizers
    .map(({ id, hyperparams }) => ({
      ...{ optimizer: id, hyperparams },
      steps: OPTIMIZERS[id].isSolver ? Math.min(steps, solverSteps) : steps,
    }))
    .filter((run) => run.steps > 0);
}

/** Trains all of them on one seed, and returns those that diverge. */
export async function divergences(race: DefaultRace, seed: number): Promise<Divergence[]> {
  const { task, taskOptions } = race;
  const wanted = defaultRuns(race);
  const found: Divergence[] = [];
  for (const until of new Set(wanted.map(({ steps }) => steps))) {
    const optimizers = wanted.filter(({ steps }) => steps === until).map(({ optimizer }) => ({ id: optimizer }));
    const { config } = resolveExperiment({ version: 1, task, taskOptions, seed, optimizers });
    const { runs } = await trainTrace({ config, until, rowsOnly: true });
    for (const { optimizer, status, columns } of runs)
      if (status === "diverged") found.push({ optimizer, step: columns.step.length });
  }
  return found;
}
