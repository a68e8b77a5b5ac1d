import { type Lambdas, objectiveOf } from "../../config/tables/lambdas";
import { type ColumnLog, cell, rowOfStep } from "../experiment/columns";
import { settingAt } from "../experiment/interventions";
import type { Intervention, RunState } from "../experiment/state";
import type { ObjectivePoint } from "./chartModels";
import { sampleColumn } from "./downsample";
import { type XMapping, xOfStep } from "./xAxis";

/** What the terms of Q need beside the columns: λ at the start and the moves since. */
export interface ObjectiveParts {
  run: RunState;
  /** λ_FSD and λ_WSD the run started with. */
  start: Lambdas;
  interventions: readonly Intervention[];
  mapping: XMapping;
}

/** Q and its terms in a row, null where no meta-update was made: objective = loss + λ_FSD·FSD + λ_WSD·WSD (TRACE.md). */
function objectivePoint(parts: ObjectiveParts, row: number): ObjectivePoint | null {
  const { run, start, interventions, mapping } = parts;
  const log = run.columns;
  const step = cell(log, "step", row);
  const loss = cell(log, "objectiveLoss", row);
  const rawFsd = cell(log, "fsd", row);
  const rawWsd = cell(log, "wsd", row);
  if (step === null || loss === null || rawFsd === null || rawWsd === null) return null;
  const lambdaFsd = settingAt(start.lambdaFsd, interventions, run.run, "lambdaFsd", step);
  const lambdaWsd = settingAt(start.lambdaWsd, interventions, run.run, "lambdaWsd", step);
  const lambdas = { lambdaFsd, lambdaWsd };
  return {
    step,
    x: xOfStep(log, step, mapping),
    loss,
    fsd: lambdaFsd * rawFsd,
    wsd: lambdaWsd * rawWsd,
    total: objectiveOf({ objectiveLoss: loss, fsd: rawFsd, wsd: rawWsd }, lambdas),
    raw: { fsd: rawFsd, wsd: rawWsd },
    lambdas,
  };
}

/** The meta-updates as drawn, at most 300, spikes of Q kept. */
export function objectivePoints(parts: ObjectiveParts): ObjectivePoint[] {
  return sampleColumn(parts.run.columns, "objective").flatMap(({ row }) => objectivePoint(parts, row) ?? []);
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
