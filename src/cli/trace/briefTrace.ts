import { TRACE_COLUMNS, type Trace } from "../../config/experiment/trace";
import type { Recorded } from "./traceDocument";

const KEPT: readonly string[] = ["step", "trainLoss"];
const DIGITS = 4;

/** The trace as a recording: steps and losses to 4 significant digits; the other columns and the spectra are empty. */
export function briefTrace(trace: Recorded): Recorded {
  const runs = trace.runs.map(({ columns, evaluations, finalParams: _, params: __, ...run }) => ({
    ...run,
    columns: Object.fromEntries(
      TRACE_COLUMNS.map((name) => [name, KEPT.includes(name) ? rounded(columns[name]) : []]),
    ) as Trace["runs"][number]["columns"],
    evaluations: {
      step: evaluations.step,
      trainLoss: rounded(evaluations.trainLoss),
      testLoss: rounded(evaluations.testLoss),
      testMetric: rounded(evaluations.testMetric),
    },
    spectra: [],
  }));
  return { ...trace, runs };
}

const rounded = (values: readonly (number | null)[]) =>
  values.map((value) => value && Number(value.toPrecision(DIGITS)));
