import { OPTIMIZERS } from "../../config/tables/optimizers";
import { MOST_SHARED_BYTES } from "../../core/data/inputs";
import { modelOfTask } from "../../core/tasks/modelOfTask";
import type { TaskData } from "../../core/tasks/task";
import type { RunSpec } from "../../core/training/contract";

/** Below this many milliseconds a lockstep step, messages and a second thread cost more than they save. */
const LEAST_MS = 8;

/** Multiplications and additions a millisecond of the WASM kernels, from 2-64-64-1 to LeNet-5, and what a step costs beside them. */
const OPERATIONS_PER_MS = 15e6;
const OVERHEAD_MS = 0.1;

/** Of this many runs every division is tried. */
const MOST_TRIED = 10;

/** The runs that a partner should train, so that both have about the same to do; null where one worker is as fast. */
export function divideRuns(
  task: TaskData,
  { batchSize, runs }: { batchSize: number; runs: readonly RunSpec[] },
): ReadonlySet<string> | null {
  if (runs.length < 2) return null;
  const { x } = task.train;
  if (!(x instanceof Float32Array) && x.bytes.length > MOST_SHARED_BYTES) return null;
  const plainMs = OVERHEAD_MS + operationsOf(task, Math.min(batchSize, task.train.count)) / OPERATIONS_PER_MS;
  const costs = runs.map((spec): Cost => ({ run: spec.run, ms: plainMs * relativeCost(spec) }));
  if (sumOf(costs) < LEAST_MS) return null;
  return lighterHalf(costs);
}

interface Cost {
  run: string;
  ms: number;
}

/** The lighter side of the division whose sides differ least; of many runs, of a division where each went to the lighter side. */
function lighterHalf(costs: readonly Cost[]): ReadonlySet<string> {
  const ordered = costs.toSorted((a, b) => b.ms - a.ms);
  const tried = ordered.slice(0, MOST_TRIED);
  const total = sumOf(tried);
  let best: Cost[] = [];
  for (let bits = 1; bits < 2 ** (tried.length - 1); bits++) {
    // the most expensive run, of bit 0, is never among them: that would be the same division told from the other side
    const side = tried.filter((_, i) => i > 0 && (bits >> (i - 1)) & 1);
    if (Math.abs(total - 2 * sumOf(side)) < Math.abs(total - 2 * sumOf(best))) best = side;
  }
  const sides = [best, tried.filter((cost) => !best.includes(cost))] as [Cost[], Cost[]];
  for (const cost of ordered.slice(MOST_TRIED)) sides.toSorted((a, b) => sumOf(a) - sumOf(b))[0]?.push(cost);
  return new Set(sides.toSorted((a, b) => sumOf(a) - sumOf(b))[0]?.map(({ run }) => run));
}

const sumOf = (costs: readonly Cost[]) => costs.reduce((sum, { ms }) => sum + ms, 0);

/** Of one forward and one backward pass of a batch, which does twice the work of a forward pass. */
function operationsOf(task: TaskData, batchSize: number): number {
  const products = modelOfTask(task).layers.map(({ multiplyAdds }) => multiplyAdds);
  return 6 * batchSize * products.reduce((sum, n) => sum + n, 0);
}

/** Mean time of a step over that of a plain one, as measured on LeNet-5. */
function relativeCost({ optimizer, hyperparams }: RunSpec): number {
  const { isSolver, isFactored, learns } = OPTIMIZERS[optimizer];
  if (isSolver) return 20;
  if (isFactored) return 1.6;
  if (learns === null) return 1;
  return learns === "learningRate"
    ? 1.1 + 1.5 / hyperparams.metaUpdateInterval
    : 1.3 + 3.5 / hyperparams.metaUpdateInterval;
}
