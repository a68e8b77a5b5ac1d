import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import type { TaskId } from "../../config/tables/taskIds";
import { CREATE_TASK } from "../../core/tasks/registry";
import type { RunSpec } from "../../core/training/contract";
import { createRace } from "../../core/training/race";
import { readPublicFile } from "../readPublicFile";

/** A run at one evaluation; null losses once it has diverged. */
export interface Checkpoint {
  step: number;
  /** Seconds in this run's own steps. */
  seconds: number;
  trainLoss: number | null;
  testLoss: number | null;
  testMetric: number | null;
}

/** Trains runs in lockstep, `steps` of them, and evaluates each every `interval` steps and at the end. */
export async function trainRuns(
  task: TaskId,
  seed: number,
  runs: readonly RunSpec[],
  { steps, interval }: { steps: number; interval: number },
): Promise<Map<string, Checkpoint[]>> {
  const { config } = resolveExperiment({ task, seed, optimizers: [{ id: "sgd" }] });
  const data = await CREATE_TASK[task](seed, config.taskOptions, { readFile: readPublicFile, report: () => {} });
  const race = createRace(data, { seed, batchSize: config.batchSize, steps, runs });
  const checkpoints = new Map(runs.map(({ run }) => [run, [] as Checkpoint[]]));
  const seconds = new Map<string, number>();
  const diverged = new Set<string>();
  try {
    while (race.step < steps && diverged.size < runs.length) {
      await race.takeStep();
      const isDue = race.step % interval === 0 || race.step === steps;
      if (!isDue && race.step % 50 !== 0) continue;
      for (const { run, status, columns } of await race.readRows()) {
        if (status === "diverged") diverged.add(run);
        seconds.set(run, columns.seconds.at(-1) ?? seconds.get(run) ?? 0);
      }
      if (!isDue) continue;
      for (const { run } of runs) {
        const lost = { trainLoss: null, testLoss: null, testMetric: null };
        const { trainLoss, testLoss, testMetric } = diverged.has(run) ? lost : await race.evaluate(run);
        checkpoints.get(run)?.push({
          step: race.step,
          seconds: seconds.get(run) ?? 0,
          trainLoss: finite(trainLoss),
          testLoss: finite(testLoss),
          testMetric: finite(testMetric),
        });
      }
    }
  } finally {
    race.dispose();
  }
  return checkpoints;
}

const finite = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null);
