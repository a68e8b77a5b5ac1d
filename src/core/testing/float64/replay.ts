import type { GivenProblem } from "../../../config/experiment/experiment";
import type { Hyperparams } from "../../../config/tables/hyperparams";
import { apoLearningRate, apoPreconditioner } from "./apo";
import { firstOrder } from "./firstOrder";
import { kfac } from "./kfac";
import { createProblem } from "./problem";
import type { Rows } from "./rows";

const RULES = {
  sgd: firstOrder("sgd"),
  sgdm: firstOrder("sgdm"),
  adam: firstOrder("adam"),
  kfac,
  "apo-lr": apoLearningRate,
  "apo-p": apoPreconditioner,
};

export type Float64Method = keyof typeof RULES;

export interface Float64Trace {
  /** Loss on B before each step. */
  trainLoss: number[];
  /** η of each step, where the method has one. */
  learningRate: (number | undefined)[];
  /** Weights after the last step in the file's order. */
  finalParams: Rows[];
}

/** A given problem (TRACE.md) run for `steps` steps in float64. */
export function replayInFloat64(
  given: GivenProblem,
  method: Float64Method,
  hyperparams: Hyperparams,
  steps: number,
): Float64Trace {
  const problem = createProblem(given);
  const take = RULES[method](problem, given, hyperparams);
  const trace: Float64Trace = { trainLoss: [], learningRate: [], finalParams: given.initialParams };
  for (let step = 0; step < steps; step++) {
    const onBatch = problem.loss(trace.finalParams, given.batches[step] as number[]);
    const { params, learningRate } = take(step, trace.finalParams, onBatch);
    trace.trainLoss.push(onBatch.value);
    trace.learningRate.push(learningRate);
    trace.finalParams = params;
  }
  return trace;
}
