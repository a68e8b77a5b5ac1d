import type { DeviceRates } from "../../config/formulas/deviceRates";
import type { NetworkEstimate } from "../../config/formulas/networkOutline";
import { planGraph } from "../nn/graph/plan";
import { modelOfTask } from "../tasks/modelOfTask";
import type { TaskData } from "../tasks/task";
import type { RunSpec } from "../training/contract";
import { measureRates, msOf } from "./deviceRates";
import { BYTES_PER_NUMBER, heldBy } from "./methodBytes";
import { workOf } from "./methodWork";
import { sizesOfNetwork } from "./networkSizes";
import { outlineOf } from "./outline";

/** What an estimate is asked of. */
export interface PlannedRace {
  batchSize: number;
  runs: readonly RunSpec[];
}

/** The network of a task, and what each run is expected to need with batches of so many examples; without rates no times. */
export function estimateRace(
  task: TaskData,
  { batchSize, runs }: PlannedRace,
  rates: DeviceRates | null,
): NetworkEstimate {
  const { layers, inputShape, sequences } = task;
  const sizes = sizesOfNetwork(
    { layers, inputShape, sequences },
    planGraph({ layers, inputShape, sequences }),
    modelOfTask(task),
  );
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

/** The same on the active backend, which is timed where no rates of it are known. */
export async function estimateHere(
  task: TaskData,
  race: PlannedRace,
  known: DeviceRates | undefined,
  now: () => number,
): Promise<{ network: NetworkEstimate; rates: DeviceRates }> {
  const rates = known ?? (await measureRates(now));
  return { network: estimateRace(task, race, rates), rates };
}
