import type { ExperimentConfig } from "../../config/experiment/experiment";
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

/** What a run went through: its evaluations, and its loss on each B; a diverged run's are cut off. */
export interface TrainedRun {
  checkpoints: Checkpoint[];
  batchLosses: number[];
}

/** What runs are trained on. */
export type TrainedOn = Pick<ExperimentConfig, "task" | "seed" | "batchSize" | "taskOptions">;

/** How far runs go, and how often they are evaluated: at the end, too; never where `interval` is 0. */
interface Length {
  steps: number;
  interval: number;
  /** Ends it early, with the schedules of the whole. */
  until?: number;
}

/** Trains runs in lockstep. */
export async function trainRuns(
  { task, seed, batchSize, taskOptions }: TrainedOn,
  runs: readonly RunSpec[],
  { steps, interval, until = steps }: Length,
): Promise<Map<string, TrainedRun>> {
  if (task === "given") throw new Error("A given problem has no task to train on.");
  const data = await CREATE_TASK[task](seed, taskOptions, { readFile: readPublicFile, report: () => {} });
  const race = createRace(data, { seed, batchSize, steps, runs });
  const trained = new Map(runs.map(({ run }) => [run, { checkpoints: [], batchLosses: [] } as TrainedRun]));
  const seconds = new Map<string, number>();
  const diverged = new Set<string>();
  try {
    while (race.step < until && diverged.size < runs.length) {
      await race.takeStep();
      const isDue = interval > 0 && (race.step % interval === 0 || race.step === until);
      if (!isDue && race.step % 50 !== 0 && race.step !== until) continue;
      for (const { run, status, columns } of await race.readRows()) {
        if (status === "diverged") diverged.add(run);
        seconds.set(run, columns.seconds.at(-1) ?? seconds.get(run) ?? 0);
        trained.get(run)?.batchLosses.push(...columns.trainLoss.filter((loss) => loss !== null));
      }
      if (!isDue) continue;
      for (const { run } of runs) {
        const lost = { trainLoss: null, testLoss: null, testMetric: null };
        const { trainLoss, testLoss, testMetric } = diverged.has(run) ? lost : await race.evaluate(run);
        trained.get(run)?.checkpoints.push({
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
  return trained;
}

const finite = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null);
