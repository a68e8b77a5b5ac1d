import { COLUMN_NAMES, type ColumnName } from "../../config/tables/metrics";
import { cell } from "../experiment/columns";
import type { ExperimentState } from "../experiment/state";
import { type CsvCell, csvText } from "./csvText";

const VALUES = COLUMN_NAMES.filter((name) => name !== "step");

/**
 * All that was logged: a row for each step and run, raw, losses of whole splits in the steps that were evaluated; an evaluation behind
 * the last step has a row of its own. Null before there is any.
 */
export function runCsv({ runs }: Pick<ExperimentState, "runs">): string | null {
  const rows: CsvCell[][] = [];
  for (const { run, optimizer, columns, evaluations } of runs) {
    const measured = new Map(evaluations.map((one) => [one.step, one]));
    const rowOf = (step: number | null, value: (name: ColumnName) => number | null) => {
      const at = step === null ? undefined : measured.get(step);
      if (step !== null) measured.delete(step);
      const split = { testLoss: at?.testLoss, testMetric: at?.testMetric } as Partial<Record<ColumnName, number>>;
      rows.push([step, run, optimizer, ...VALUES.map((name) => value(name) ?? split[name]), at?.trainLoss]);
    };
    for (let row = 0; row < columns.length; row += 1)
      rowOf(cell(columns, "step", row), (name) => cell(columns, name, row));
    for (const step of [...measured.keys()]) rowOf(step, () => null);
  }
  return rows.length === 0 ? null : csvText(["step", "run", "optimizer", ...VALUES, "evaluatedTrainLoss"], rows);
}
