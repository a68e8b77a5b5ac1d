import type { ClaimTraining } from "../../config/claims/record";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { CREATE_TASK } from "../../core/tasks/registry";
import type { TaskData } from "../../core/tasks/task";
import { readPublicFile } from "../readPublicFile";
import { splitApart, validationTask } from "./validationSplit";

/** Data sets in memory at once: those of the seed at hand, whole and with its validation rows apart. */
const MOST_KEPT = 2;

const kept = new Map<string, Promise<TaskData>>();

/** A task's data, whole, or with a tenth of the training rows as its test split. Those asked for last are not read again. */
export function claimData(trained: ClaimTraining, seed: number, isHeldApart: boolean): Promise<TaskData> {
  const key = JSON.stringify([trained.task, trained.taskOptions, seed, isHeldApart]);
  const data = kept.get(key) ?? readData(trained, seed, isHeldApart);
  kept.delete(key);
  kept.set(key, data);
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
  return data;
}

async function readData({ task, taskOptions }: ClaimTraining, seed: number, isHeldApart: boolean): Promise<TaskData> {
  const { config } = resolveExperiment({ version: 1, task, seed, taskOptions, optimizers: [{ id: "sgd" }] });
  const io = { readFile: readPublicFile, report: () => {} };
  const data = await CREATE_TASK[task](seed, config.taskOptions, io);
  if (!isHeldApart) return data;
  return data.translator ? translatingTask(data, seed) : validationTask(data, seed);
}

/** As `validationTask`, with a translator of the held-out tenth: of as many pairs as the test split has. */
async function translatingTask(data: TaskData, seed: number): Promise<TaskData> {
  const { withNetwork } = await import("../../core/tasks/networks/withNetwork");
  return withNetwork({ ...data, ...splitApart(data, seed) });
}
