import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { isRecord } from "../../config/experiment/checks";
import { jsonIn } from "../../config/experiment/jsonFile";
import { type ConfigError, quote } from "../../config/experiment/notes";
import type { ComparedRun } from "../../config/formulas/compareTraces";
import { DataError, ofData } from "../exitCodes";

/**
 * The runs in a file: of a trace, of a state of the page, or of another program's log with the fields that are compared. JSON, also
 * gzip. Throws `DataError`.
 */
export function readRuns(file: string): ComparedRun[] {
  return ofData(() => runsIn(jsonIn(bytesOf(file), file), file));
}

function bytesOf(file: string): Uint8Array {
  try {
    const bytes = readFileSync(file);
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw refused(file, `Reason: ${reason}.`, "Check the path.");
  }
}

/** The runs of a document that holds some; throws `ConfigError` that says where it does not fit. */
function runsIn(document: unknown, file: string): ComparedRun[] {
  const runs = isRecord(document) ? document.runs : undefined;
  if (!Array.isArray(runs) || runs.length === 0)
    throw refused(file, "It has no list of runs.", 'Give a trace: {"runs": [{"run": "sgdm", "columns": {…}}]}.');
  return runs.map((run, index) => readRun(run, `${file}, runs.${index}`));
}

function readRun(run: unknown, place: string): ComparedRun {
  if (!isRecord(run) || typeof run.run !== "string" || !isRecord(run.columns)) {
    const remedy = 'Give it a name and columns: {"run": "sgdm", "columns": {"step": [0], "trainLoss": [1]}}.';
    throw refused(place, `It is ${quote(run)}.`, remedy);
  }
  const { evaluations, params } = run;
  return {
    run: run.run,
    columns: readColumns(run.columns, `${place}.columns`),
    ...(isRecord(evaluations) ? { evaluations: readColumns(evaluations, `${place}.evaluations`) } : {}),
    ...(Array.isArray(params) ? { params } : {}),
  };
}

function readColumns(given: Record<string, unknown>, place: string): ComparedRun["columns"] {
  const columns: Record<string, (number | null)[]> = {};
  for (const [name, values] of Object.entries(given)) {
    if (!Array.isArray(values) || !values.every((value) => value === null || typeof value === "number"))
      throw refused(`${place}.${name}`, `It is ${quote(values)}.`, "Give a list of numbers, null where there is none.");
    columns[name] = values;
  }
  const { length } = columns.step ?? Object.values(columns)[0] ?? [];
  for (const [name, values] of Object.entries(columns))
    if (values.length !== length && values.length > 0) {
      const detail = `It has ${values.length} values for ${length} steps.`;
      throw refused(`${place}.${name}`, detail, "Give one for each step.");
    }
  return columns;
}

function refused(place: string, detail: string, remedy: string): ConfigError {
  return new DataError([{ title: `${place} cannot be compared`, detail, remedy }]);
}
