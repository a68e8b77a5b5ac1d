import { COLUMN_NAMES } from "../../config/tables/metrics";
import { columnValues } from "./columns";
import type { ExperimentState } from "./state";

/** Every row of every run as a CSV file: its name, and a line for each run and step. A quantity that was not measured is empty. */
export function runLogOf({ runs, config, step }: ExperimentState): { name: string; text: string } {
  const lines = runs.flatMap(({ run, optimizer, columns }) => {
    const values = COLUMN_NAMES.map((name) => columnValues(columns, name));
    return Array.from({ length: columns.length }, (_, row) =>
      [run, optimizer, ...values.map((column) => column[row] ?? "")].join(","),
    );
  });
  const header = ["run", "optimizer", ...COLUMN_NAMES].join(",");
  return {
    name: `apo-lab-${config.task}-seed-${config.seed}-step-${step}.csv`,
    text: `${[header, ...lines].join("\n")}\n`,
  };
}
