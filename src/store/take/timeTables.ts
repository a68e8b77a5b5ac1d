import type { ColumnName } from "../../config/tables/metrics";
import { cell } from "../experiment/columns";
import { lambdasAt } from "../experiment/hyperparamAt";
import type { ExperimentState, RunState } from "../experiment/state";
import type { CsvCell } from "./csvText";

type Rows = Generator<readonly CsvCell[]>;

/** A row for each step of each run in which one of the columns has a value. */
function* columnRows({ runs }: ExperimentState, columns: readonly ColumnName[]): Rows {
  for (const { run, optimizer, columns: log } of runs)
    for (let row = 0; row < log.length; row += 1) {
      const values = columns.map((name) => cell(log, name, row));
      if (values.some((value) => value !== null)) yield [cell(log, "step", row), run, optimizer, ...values];
    }
}

/** η of every step. */
export const rateRows = (state: ExperimentState): Rows => columnRows(state, ["learningRate"]);

/** The gap to the exact proximal step, where it was measured. */
export const gapRows = (state: ExperimentState): Rows =>
  columnRows(state, ["proximalDistance", "proximalCosine", "proximalFloor", "proximalAtBestRate"]);

/** The loss on each batch, and those of whole splits in the steps that were evaluated, the last one among them. */
export function* lossRows({ runs }: ExperimentState): Rows {
  for (const run of runs) {
    const { columns: log, evaluations } = run;
    const measured = new Map(evaluations.map((one) => [one.step, one]));
    for (let row = 0; row < log.length; row += 1) {
      const step = cell(log, "step", row);
      const at = step === null ? undefined : measured.get(step);
      if (step !== null) measured.delete(step);
      yield [step, run.run, run.optimizer, cell(log, "trainLoss", row), at?.trainLoss, at?.testLoss];
    }
    for (const at of measured.values()) yield [at.step, run.run, run.optimizer, null, at.trainLoss, at.testLoss];
  }
}

/** Accuracy or RMSE on the test split, at evaluations. */
export function* evaluationRows({ runs }: ExperimentState): Rows {
  for (const { run, optimizer, evaluations } of runs)
    for (const { step, testMetric } of evaluations) yield [step, run, optimizer, testMetric];
}

/** Q, its raw terms and the λ that weighed them, at each meta-update. */
export function* objectiveRows(state: ExperimentState): Rows {
  for (const run of state.runs)
    for (const row of columnRows({ ...state, runs: [run] }, ["objective", "objectiveLoss", "fsd", "wsd"])) {
      const { lambdaFsd, lambdaWsd } = lambdasAt(state, run as RunState, Number(row[0]));
      yield [...row, lambdaFsd, lambdaWsd];
    }
}
