import { ConfigError } from "../../config/experiment/notes";
import { type ComparedRun, compareTraces, IGNORED } from "../../config/formulas/compareTraces";
import { EXIT } from "../exitCodes";
import { readNames, readWordsAndOptions } from "../options";
import { checkOut, writeOut } from "../outFile";
import { comparisonPage, formatComparison } from "./formatComparison";
import { readRuns } from "./readRuns";

const COMPARE_USAGE = `npm run -s compare -- a.json b.json --rtol 1e-5
  compares two traces (apo-trace/1), states of the page or logs of another program, run by run and column by column
  --rtol X          the same where |a − b| <= atol + rtol·|b|; 1e-5 where it is left out
  --atol X          0 where it is left out
  --columns A,B     only these
  --ignore A,B      all but these; seconds where it is left out
  --json            the findings as JSON
  --html FILE       and as a page
  ends with 0 where they are the same, 4 where they are not, 2 where a file cannot be read, 1 for a wrong option`;

const OPTIONS = {
  rtol: { type: "string" },
  atol: { type: "string" },
  columns: { type: "string" },
  ignore: { type: "string" },
  json: { type: "boolean" },
  html: { type: "string" },
  help: { type: "boolean" },
} as const;

/** Compares two files; returns the status that the command ends with. Throws `ConfigError`. */
export function compareCommand(argv: readonly string[], print: (text: string) => void): number {
  const { words: files, values } = readWordsAndOptions(argv, OPTIONS);
  if (values.help) {
    print(COMPARE_USAGE);
    return 0;
  }
  const [a, b, ...more] = files;
  if (a === undefined || b === undefined || more.length > 0)
    throw usage(`There are ${files.length} files`, "Allowed: two, a and the reference b.", "Name two files.");
  checkOut(values.html);
  const tolerance = { rtol: numberOf("--rtol", values.rtol, 1e-5), atol: numberOf("--atol", values.atol, 0) };
  const options = { ...tolerance, columns: namesOf(values.columns), ignore: namesOf(values.ignore) ?? IGNORED };
  const [mine, theirs] = [readRuns(a), readRuns(b)];
  checkColumns(options.columns, [...mine, ...theirs]);
  const comparison = compareTraces(mine, theirs, options);
  print(
    values.json
      ? JSON.stringify({ a, b, ...tolerance, ...comparison }, infinite)
      : formatComparison(comparison, tolerance),
  );
  if (values.html !== undefined) writeOut(values.html, comparisonPage(comparison, tolerance, [a, b]));
  return comparison.isSame ? 0 : EXIT.mismatch;
}

/** A column that is asked for stands in one of the runs. */
function checkColumns(wanted: readonly string[] | undefined, runs: readonly ComparedRun[]): void {
  const present = runs.flatMap(({ columns, evaluations }) => [
    ...Object.keys(columns),
    ...Object.keys(evaluations ?? {}).map((name) => `evaluations.${name}`),
  ]);
  const known = [...new Set(present)].filter((name) => name !== "step" && name !== "evaluations.step");
  if (wanted?.length === 0)
    throw usage("--columns names none", `Found: ${known.join(", ")}.`, "Name some, or leave it out.");
  readNames("column", wanted ?? [], known);
}

/** JSON has no infinity. */
const infinite = (_key: string, value: unknown) => (value === Number.POSITIVE_INFINITY ? "Infinity" : value);

const namesOf = (text: string | undefined) =>
  text
    ?.split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");

function numberOf(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(value) && value >= 0) return value;
  throw usage(`${option} is "${text}"`, "Allowed: a number from 0.", `Write ${option} 1e-5, say.`);
}

const usage = (title: string, detail: string, remedy: string) => new ConfigError([{ title, detail, remedy }]);
