import type { DeviceRates } from "../../config/formulas/deviceRates";
import type { NetworkEstimate } from "../../config/formulas/networkOutline";
import type { TaskData } from "../tasks/task";
import type { RunSpec } from "../training/contract";
import { measureRates, msOf } from "./deviceRates";
import { BYTES_PER_NUMBER, heldBy } from "./methodBytes";
import { times, type Work, workOf } from "./methodWork";
import { sizesOfTask } from "./networkSizes";
import { outlineOf } from "./outline";
import { type NamedTask, requireFit } from "./requireFit";

/** What an estimate is asked of. */
interface PlannedRace {
  batchSize: number;
  runs: readonly RunSpec[];
}

/** Milliseconds of a step of a run. */
export interface StepCost {
  run: string;
  ms: number;
}

/** The network of a task, and what each run is expected to need with batches of so many examples; without rates no times. */
export function estimateRace(
  task: TaskData,
  { batchSize, runs }: PlannedRace,
  rates: DeviceRates | null,
): NetworkEstimate {
  const sizes = sizesOfTask(task);
  const batch = Math.min(batchSize, task.train.count);
  return {
    outline: outlineOf(task),
    batchSize: batch,
    runs: runs.map(({ run, optimizer, hyperparams }) => {
      const { kept, made } = heldBy(optimizer, hyperparams, sizes, batch);
      const work = rates && workOf(optimizer, hyperparams, sizes, batch);
      return { run, msPerStep: work && rates ? msOf(work, rates) : null, bytes: BYTES_PER_NUMBER * (kept + made) };
    }),
  };
}

/** Of the WASM kernels on a core of a server, from 2-64-64-1 to LeNet-5: the same everywhere, so that a race is divided in the same way. */
const NOMINAL_RATES: DeviceRates = {
  multiplyAddsPerMs: 2e7,
  numbersPerMs: 2e6,
  msPerCall: 0.0025,
  invertedPerMs: 2.5e6,
  eigenPerMs: 4e4,
};

/** Steps of SGD that one of a solver takes as long as, as measured on LeNet-5. */
const OF_SOLVER = 20;

/** About how long a step of each run takes on WASM, beside each other: what a race is divided by. */
export function nominalCosts(task: TaskData, { batchSize, runs }: PlannedRace): StepCost[] {
  const sizes = sizesOfTask(task);
  const batch = Math.min(batchSize, task.train.count);
  return runs.map(({ run, optimizer, hyperparams }) => {
    const work = workOf(optimizer, hyperparams, sizes, batch);
    const plain = () => times(OF_SOLVER, workOf("sgd", hyperparams, sizes, batch) as Work);
    return { run, ms: msOf(work ?? plain(), NOMINAL_RATES) };
  });
}

/**
 * The same on the active backend, which is timed where no rates of it are known. Throws `TaskError` where the race cannot fit in the
 * memory that there is.
 */
export async function estimateHere(
  task: TaskData,
  race: PlannedRace,
  named: NamedTask,
  known: DeviceRates | undefined,
  now: () => number,
): Promise<{ network: NetworkEstimate; rates: DeviceRates }> {
  await requireFit(task, race, named);
  const rates = known ?? (await measureRates(now));
  return { network: estimateRace(task, race, rates), rates };
}
