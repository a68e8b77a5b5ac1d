import { MOST_SHARED_BYTES } from "../../core/data/inputs";
import type { StepCost } from "../../core/estimate/planner";
import type { TaskData } from "../../core/tasks/task";

/** Below this many milliseconds a lockstep step, messages and a second thread cost more than they save. */
const LEAST_MS = 8;

/** Of this many runs every division is tried. */
const MOST_TRIED = 10;

/** The runs that a partner should train, so that both have about the same to do; null where one worker is as fast. */
export function divideRuns(task: Pick<TaskData, "train">, costs: readonly StepCost[]): ReadonlySet<string> | null {
  if (costs.length < 2) return null;
  const { x } = task.train;
  if (!(x instanceof Float32Array) && x.bytes.length > MOST_SHARED_BYTES) return null;
  if (sumOf(costs) < LEAST_MS) return null;
  return lighterHalf(costs);
}

/** The lighter side of the division whose sides differ least; of many runs, of a division where each went to the lighter side. */
function lighterHalf(costs: readonly StepCost[]): ReadonlySet<string> {
  const ordered = costs.toSorted((a, b) => b.ms - a.ms);
  const tried = ordered.slice(0, MOST_TRIED);
  const total = sumOf(tried);
  let best: StepCost[] = [];
  for (let bits = 1; bits < 2 ** (tried.length - 1); bits++) {
    // the most expensive run, of bit 0, is never among them: that would be the same division told from the other side
    const side = tried.filter((_, i) => i > 0 && (bits >> (i - 1)) & 1);
    if (Math.abs(total - 2 * sumOf(side)) < Math.abs(total - 2 * sumOf(best))) best = side;
  }
  const sides = [best, tried.filter((cost) => !best.includes(cost))] as [StepCost[], StepCost[]];
  for (const cost of ordered.slice(MOST_TRIED)) sides.toSorted((a, b) => sumOf(a) - sumOf(b))[0]?.push(cost);
  return new Set(sides.toSorted((a, b) => sumOf(a) - sumOf(b))[0]?.map(({ run }) => run));
}

const sumOf = (costs: readonly StepCost[]) => costs.reduce((sum, { ms }) => sum + ms, 0);
