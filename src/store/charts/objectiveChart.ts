import { objectiveOf } from "../../config/tables/lambdas";
import { type ColumnLog, cell, rowOfStep } from "../experiment/columns";
import { lambdasAt } from "../experiment/hyperparamAt";
import type { ExperimentState, RunState } from "../experiment/state";
import type { ObjectivePoint } from "./chartModels";
import { sampleRows } from "./sampleRows";
import { type XMapping, xOfStep } from "./xAxis";
import { rowsWithin, type XWindow } from "./xWindow";

/** What the terms of Q need: the run's columns, and what tells its λ in a step. */
export interface ObjectiveParts extends Pick<ExperimentState, "config" | "interventions"> {
  run: RunState;
  mapping: XMapping;
}

/** Q and its terms in a row, null where no meta-update was made: objective = loss + λ_FSD·FSD + λ_WSD·WSD (TRACE.md). */
function objectivePoint(parts: ObjectiveParts, row: number): ObjectivePoint | null {
  const { run, mapping } = parts;
  const log = run.columns;
  const step = cell(log, "step", row);
  const loss = cell(log, "objectiveLoss", row);
  const rawFsd = cell(log, "fsd", row);
  const rawWsd = cell(log, "wsd", row);
  if (step === null || loss === null || rawFsd === null || rawWsd === null) return null;
  const lambdas = lambdasAt(parts, run, step);
  return {
    step,
    x: xOfStep(log, step, mapping),
    loss,
    fsd: lambdas.lambdaFsd * rawFsd,
    wsd: lambdas.lambdaWsd * rawWsd,
    total: objectiveOf({ objectiveLoss: loss, fsd: rawFsd, wsd: rawWsd }, lambdas),
    raw: { fsd: rawFsd, wsd: rawWsd },
    lambdas,
  };
}

/** The meta-updates as drawn in a window, at most 300, spikes of Q kept. */
export function objectivePoints(parts: ObjectiveParts, window: XWindow | null): ObjectivePoint[] {
  const log = parts.run.columns;
  return sampleRows(log, "objective", rowsWithin(log, window, parts.mapping)).flatMap(
    ({ row }) => objectivePoint(parts, row) ?? [],
  );
}

/** The last meta-update at or before a step; null where there is none. */
export function objectiveAt(parts: ObjectiveParts, step: number): ObjectivePoint | null {
  const row = metaRowAt(parts.run.columns, step);
  return row === null ? null : objectivePoint(parts, row);
}

function metaRowAt(log: ColumnLog, step: number): number | null {
  for (let row = rowOfStep(log, step); row >= 0; row -= 1) {
    if (cell(log, "objective", row) !== null) return row;
  }
  return null;
}
