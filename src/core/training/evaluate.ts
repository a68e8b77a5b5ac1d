import type { Evaluation } from "../../config/tables/metrics";
import type { Problem } from "../optimizers/optimizer";
import type { Split, TaskData } from "../tasks/task";
import { measureTokens, TRAIN_PAIRS } from "./evaluateTokens";
import { outputsFor } from "./outputs";
import type { Trained } from "./runningAverages";
import { score } from "./score";

const TRAIN_LIMIT = 1000;

/**
 * Mean loss and test metric on both splits; sums in float64 on the host, so that devices differ by their outputs only. `isEnd`: of a
 * whole race, whose translations are all scored then.
 */
export async function evaluate(
  problem: Problem,
  trained: Trained,
  task: TaskData,
  { step, isEnd }: { step: number; isEnd: boolean },
  betweenChunks?: () => Promise<void>,
): Promise<Evaluation> {
  const { picture, sequences } = task;
  const measure = async (split: Split, limit: number) => {
    const count = Math.min(limit, split.count);
    if (sequences) return measureTokens(problem, trained, task, split, count, betweenChunks);
    const rows = Array.from({ length: count }, (_, i) => i);
    const outputs = await outputsFor(problem, trained, split, task.inputShape, rows, betweenChunks);
    return score(problem.loss.kind, outputs, split.y, count);
  };
  const train = await measure(task.train, sequences ? TRAIN_PAIRS : TRAIN_LIMIT);
  const test = await measure(task.test, Number.POSITIVE_INFINITY);
  const scored = picture.kind === "translations" ? (isEnd ? picture.outOf : picture.scored) : 0;
  const testMetric = (await task.translator?.bleu(trained.params, scored, betweenChunks)) ?? test.metric;
  return { step, trainLoss: train.loss, testLoss: test.loss, testMetric };
}
