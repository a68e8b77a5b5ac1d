import { type TaskSetup, taskOption, taskTitle } from "../../config/tables/networks/taskSetup";
import { OPTIMIZERS } from "../../config/tables/optimizers";
import type { TaskOptions } from "../../config/tables/taskOptions";
import { type MemoryLimits, memoryLimits } from "../kernels/launches";
import { TaskError } from "../taskError";
import type { TaskData } from "../tasks/task";
import type { RunSpec } from "../training/contract";
import { BYTES_PER_NUMBER, heldBy } from "./methodBytes";
import { learnedNumbers, type NetworkSizes, sizesOfTask } from "./networkSizes";

/** Examples that are evaluated at once. */
const EVALUATED = 250;

/** What a refusal names: the task with the options that it was made with. */
export interface NamedTask {
  task: TaskSetup["task"];
  taskOptions: TaskOptions;
}

/** Runs that are in memory together, and their batches. */
interface HeldRace {
  batchSize: number;
  runs: readonly RunSpec[];
}

/** Bytes of a race: of all at once, and of the largest tensor or list of tensors that is one buffer. */
interface Need {
  total: number;
  buffer: number;
}

function needOf(sizes: NetworkSizes, { batchSize, runs }: HeldRace): Need {
  const held = runs.map(({ optimizer, hyperparams }) => heldBy(optimizer, hyperparams, sizes, batchSize));
  // one run steps at a time, and evaluations come between steps
  const made = Math.max(EVALUATED * sizes.values, ...held.map((one) => one.made));
  const kept = held.reduce((sum, one) => sum + one.kept, 0);
  const learns = runs.some(({ optimizer }) => OPTIMIZERS[optimizer].learns === "preconditioner");
  const lists = Math.max(sizes.parameters, learns ? learnedNumbers(sizes) : 0);
  return {
    total: BYTES_PER_NUMBER * (kept + made + 2 * batchSize * sizes.input),
    buffer: BYTES_PER_NUMBER * Math.max(lists, Math.max(batchSize, EVALUATED) * sizes.largest),
  };
}

const fits = ({ total, buffer }: Need, limits: MemoryLimits): boolean =>
  buffer <= limits.buffer && (limits.total === null || total <= limits.total);

/**
 * Throws `TaskError` where a race cannot fit in the memory of the active backend: with what it needs, and the widths, batches and methods
 * that can.
 */
export async function requireFit(
  task: TaskData,
  { batchSize, runs }: HeldRace,
  named: NamedTask,
  limits: MemoryLimits = memoryLimits(),
): Promise<void> {
  const race = { runs, batchSize: Math.min(batchSize, task.train.count) };
  const sizes = sizesOfTask(task);
  const need = needOf(sizes, race);
  if (fits(need, limits)) return;
  const isFit = (of: NetworkSizes, changed: Partial<HeldRace>) => fits(needOf(of, { ...race, ...changed }), limits);
  const widths = (await inItsWidths(task, named)).flatMap(({ width, of }) => (isFit(of, {}) ? [width] : []));
  const batch = halvesOf(race.batchSize).find((half) => isFit(sizes, { batchSize: half }));
  const without = runs.filter((left) => runs.length > 1 && isFit(sizes, { runs: runs.filter((run) => run !== left) }));
  const title = `${taskTitle(named) ?? "The network"} does not fit in memory`;
  throw new TaskError(title, detailOf(need, limits, runs), remedyOf(widths, batch, without));
}

const gigabytes = (bytes: number) => `${Number((bytes / 1e9).toPrecision(2))} GB`;

function detailOf(need: Need, limits: MemoryLimits, runs: readonly RunSpec[]): string {
  const race = runs.length === 1 ? "The race of one run" : `The race of ${runs.length} runs`;
  if (limits.total !== null && need.total > limits.total)
    return `${race} would need about ${gigabytes(need.total)} at once; there are ${gigabytes(limits.total)}.`;
  return `Its largest buffer would have ${gigabytes(need.buffer)}; this device takes at most ${gigabytes(limits.buffer)}.`;
}

function remedyOf(widths: readonly string[], batch: number | undefined, without: readonly RunSpec[]): string {
  const ways = [
    widths.length > 0 ? `choose width ${either(widths)}` : "",
    batch ? `take a batch size of ${batch}` : "",
    without.length > 0 ? `leave out ${either(without.map(({ optimizer }) => OPTIMIZERS[optimizer].name))}` : "",
  ].filter((way) => way !== "");
  if (ways.length === 0) return "Choose another network, a smaller batch or fewer methods.";
  const sentence = ways.join(", or ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

const either = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

/** A half, a quarter and so on, down to 1. */
const halvesOf = (batchSize: number): number[] =>
  Array.from({ length: Math.floor(Math.log2(Math.max(1, batchSize))) }, (_, i) => Math.floor(batchSize / 2 ** (i + 1)));

/** Sizes of the task's network in each of its widths; none where it has one only. */
async function inItsWidths(
  task: TaskData,
  { task: id, taskOptions }: NamedTask,
): Promise<{ width: string; of: NetworkSizes }[]> {
  const info = taskOption({ task: id, taskOptions }, "width");
  if (info.kind !== "choice") return [];
  const { isImageNetwork, networkLayers } = await import("../tasks/networks/imageNetworks");
  const { network, norm } = taskOptions;
  if (!isImageNetwork(network)) return [];
  const [, , channels = 0] = task.inputShape;
  const classes = sizesOfTask(task).outputs;
  return info.choices.map((width) => {
    const layers = networkLayers({ network, norm, width: width as TaskOptions["width"], channels, classes });
    return { width, of: sizesOfTask({ ...task, layers }) };
  });
}
