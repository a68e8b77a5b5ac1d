import { constantCurvature } from "../../core/spectrum/constantCurvature";
import type { Race } from "../../core/training/contract";
import type { Resume, WorkerEvent } from "../../protocol/messages";
import type { Loaded, OpenDevice } from "./loadExperiment";

/** A lost GPU is announced within this time of the first call that fails for it. */
const LOSS_DELAY_MS = 500;

/** What the page is told of an experiment that is there. */
export function readyOf(experiment: string, loaded: Loaded): Extract<WorkerEvent, { type: "ready" }> {
  const { environment, task, race, device, network } = loaded;
  const runs = race.runs.map(({ run, layers }) => ({ run, layers }));
  return {
    ...{ type: "ready", experiment, environment, findings: device.findings, runs, picture: task.picture },
    sizes: sizesOf(loaded),
    csv: task.csv,
    network: network ?? undefined,
    curvature: constantCurvature(task) ?? undefined,
  };
}

/** Examples and trainable numbers. */
function sizesOf({ task, race }: Pick<Loaded, "task" | "race">) {
  const layers = race.runs[0]?.layers ?? [];
  const parameterCount = layers.reduce((sum, { shape: [outputs, inputs] }) => sum + outputs * inputs, 0);
  return { trainCount: task.train.count, testCount: task.test.count, parameterCount };
}

/** Takes a fresh race to the checkpoint of its log, where there is one. Throws where that is of another race. */
export async function restoreRace(race: Race, resume: Resume | null): Promise<void> {
  const { checkpoint, step = 0 } = resume ?? {};
  if (checkpoint && checkpoint.step <= step) await race.restore(checkpoint);
}

/**
 * Waits for a loss that may be on its way: what it breaks fails a moment before the browser says why. Resolves at once on a
 * device that cannot be lost.
 */
export async function outliveLoss({ lost, failed }: OpenDevice): Promise<void> {
  const told = [lost, failed].filter((one) => one != null);
  if (told.length > 0) await Promise.race([...told, new Promise((resolve) => setTimeout(resolve, LOSS_DELAY_MS))]);
}
