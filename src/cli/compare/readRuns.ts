import { isRecord } from "../../config/experiment/checks";
import { jsonIn } from "../../config/experiment/jsonFile";
import { type ConfigError, quote } from "../../config/experiment/notes";
import type { ComparedRun } from "../../config/formulas/compareTraces";
import { DataError, ofData } from "../exitCodes";
import { unpackedFile } from "../unpackedFile";

/**
 * The runs in a file: of a trace, of a state of the page, or of another program's log with the fields that are compared. JSON, also
 * gzip. Throws `DataError`.
 */
export function readRuns(file: string): ComparedRun[] {
  return ofData(() => runsIn(jsonIn(bytesOf(file), file), file));
}

function bytesOf(file: string): Uint8Array {
  try {
    return unpackedFile(file);
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
  const read = runs.map((run, index) => readRun(run, `${file}, runs.${index}`));
  const names = read.map(({ run }) => run);
  const again = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (again > 0)
    throw refused(
      `${file}, runs.${again}`,
      `Its name ${quote(names[again])} is taken.`,
      "Give each run a name of its own.",
    );
  return read;
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
    ...(params === undefined ? {} : { params: readParams(params, `${place}.params`) }),
  };
}

/** Weights at some steps: of each layer its name and its numbers. */
function readParams(given: unknown, place: string): NonNullable<ComparedRun["params"]> {
  const isLayer = (layer: unknown) =>
    isRecord(layer) && typeof layer.name === "string" && Array.isArray(layer.values) && layer.values.every(isNumber);
  const isSnapshot = (one: unknown) =>
    isRecord(one) && isStep(one.step) && Array.isArray(one.layers) && one.layers.every(isLayer);
  if (Array.isArray(given) && given.every(isSnapshot)) return given;
  const wrong = Array.isArray(given) ? given.find((one) => !isSnapshot(one)) : given;
  const remedy = 'Give a list of {"step": 0, "layers": [{"name": "dense1", "values": [1, 2]}]}.';
  throw refused(place, `It has ${quote(wrong)}.`, remedy);
}

const isNumber = (value: unknown) => typeof value === "number";
const isStep = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

function readColumns(given: Record<string, unknown>, place: string): ComparedRun["columns"] {
  const columns: Record<string, (number | null)[]> = {};
  for (const [name, values] of Object.entries(given)) {
    if (!Array.isArray(values) || !values.every((value) => value === null || typeof value === "number"))
      throw refused(`${place}.${name}`, `It is ${quote(values)}.`, "Give a list of numbers, null where there is none.");
    columns[name] = values;
  }
  checkSteps(columns.step ?? [], `${place}.step`);
  const { length } = columns.step ?? Object.values(columns)[0] ?? [];
  for (const [name, values] of Object.entries(columns))
    if (values.length !== length && values.length > 0) {
      const detail = `It has ${values.length} values for ${length} steps.`;
      throw refused(`${place}.${name}`, detail, "Give one for each step.");
    }
  return columns;
}

/** Rows are compared by their steps, so that each has one of its own. */
function checkSteps(steps: readonly unknown[], place: string): void {
  const row = steps.findIndex((step, at) => !isStep(step) || (at > 0 && step <= Number(steps[at - 1])));
  if (row < 0) return;
  const before = row > 0 ? ` after ${quote(steps[row - 1])}` : "";
  throw refused(place, `In row ${row} stands ${quote(steps[row])}${before}.`, "Give whole numbers from 0 that ascend.");
}

function refused(place: string, detail: string, remedy: string): ConfigError {
  return new DataError([{ title: `${place} cannot be compared`, detail, remedy }]);
}
