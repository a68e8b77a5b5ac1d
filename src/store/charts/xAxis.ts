import { type ColumnLog, cell, rowOfStep } from "../experiment/columns";
import type { ExperimentState, XAxis } from "../experiment/state";

/** Axis titles with their units. */
export const X_TITLES: Record<XAxis, string> = {
  steps: "step",
  epochs: "epoch",
  seconds: "training time (s)",
  "gradient evaluations": "gradient evaluations",
};

/** How steps become x: the axis and, for epochs, steps per epoch. */
export interface XMapping {
  axis: XAxis;
  stepsPerEpoch: number;
}

/** Whole batches in one pass over the training split; at least 1, and 1 while the size is unknown. */
function stepsPerEpoch({ sizes, config }: Pick<ExperimentState, "sizes" | "config">): number {
  return Math.max(1, Math.floor((sizes?.trainCount ?? 1) / config.batchSize));
}

/** How the state's chosen axis maps steps. */
export function mappingOf(state: Pick<ExperimentState, "sizes" | "config" | "display">): XMapping {
  return { axis: state.display.xAxis, stepsPerEpoch: stepsPerEpoch(state) };
}

/**
 * x of what was measured before a step was taken. Seconds and gradient evaluations are the run's own, spent up to there, so
 * that a costly method's line is stretched.
 */
export function xOfStep(log: ColumnLog, step: number, { axis, stepsPerEpoch }: XMapping): number {
  switch (axis) {
    case "steps":
      return step;
    case "epochs":
      return step / stepsPerEpoch;
    case "seconds":
      return cell(log, "seconds", rowOfStep(log, step - 1)) ?? 0;
    case "gradient evaluations":
      return cell(log, "gradientEvaluations", rowOfStep(log, step - 1)) ?? 0;
  }
}

/** The last step of the run measured at or left of x; 0 before all. */
export function stepOfLogAtX(log: ColumnLog, x: number, mapping: XMapping): number {
  if (mapping.axis === "steps") return Math.max(0, Math.round(x));
  if (mapping.axis === "epochs") return Math.max(0, Math.round(x * mapping.stepsPerEpoch));
  let low = 0;
  let high = log.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const step = cell(log, "step", middle) ?? (cell(log, "step", log.length - 1) ?? 0) + 1;
    if (xOfStep(log, step, mapping) <= x) low = middle;
    else high = middle - 1;
  }
  return cell(log, "step", low) ?? cell(log, "step", log.length - 1) ?? 0;
}
