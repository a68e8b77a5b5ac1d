type ComparedColumns = Readonly<Record<string, readonly (number | null)[] | undefined>>;

/** A log by columns, of a trace, of a page's state or of another program: all of one length, or empty where it has none. */
export interface ComparedRun {
  run: string;
  columns: ComparedColumns;
  /** Measured at some steps, with a column of them. */
  evaluations?: ComparedColumns | undefined;
  /** Weights at some steps. */
  params?: readonly { step: number; layers: readonly { name: string; values: readonly number[] }[] }[] | undefined;
}

/** How far two numbers may be apart: |a − b| ≤ atol + rtol·|b|. */
export interface Tolerance {
  rtol: number;
  atol: number;
}

/** One column of one run, or the weights of one layer, in both. */
export interface ColumnDifference {
  run: string;
  column: string;
  /** Steps that both have. */
  steps: number;
  /** The largest |a − b| over |b|, or over `atol` where b is smaller; infinite where one has a number and the other none. */
  largest: number;
  /** Where that is; null where all is equal. */
  at: { step: number; a: number | null; b: number | null } | null;
  /** The first step beyond the tolerance, or that only one of them has; null: none. */
  firstBeyond: number | null;
}

/** What a comparison found. */
export interface Comparison {
  columns: ColumnDifference[];
  /** Sentences: runs and columns that only one of both has. Runs are a mismatch, columns are not. */
  onlyInOne: { text: string; isMismatch: boolean }[];
  isSame: boolean;
}

/** What is compared: all columns that both have, or those named, without those to be ignored. */
export interface CompareOptions extends Tolerance {
  columns?: readonly string[] | undefined;
  ignore?: readonly string[] | undefined;
}

/** Seconds are never the same twice; whoever wants them compared names them. */
export const IGNORED = ["seconds"];

/** Compares two lists of runs, by the names of runs and columns and by the numbers of steps. `b` is the reference. */
export function compareTraces(
  a: readonly ComparedRun[],
  b: readonly ComparedRun[],
  options: CompareOptions,
): Comparison {
  const columns: ColumnDifference[] = [];
  const onlyInOne: Comparison["onlyInOne"] = [];
  const only = (text: string, isMismatch: boolean) => onlyInOne.push({ text, isMismatch });
  for (const { run } of b) if (!a.some((other) => other.run === run)) only(`The run ${run} is only in b.`, true);
  for (const run of a) {
    const reference = b.find((other) => other.run === run.run);
    if (!reference) {
      only(`The run ${run.run} is only in a.`, true);
      continue;
    }
    const [mine, theirs] = [columnsOf(run, options), columnsOf(reference, options)];
    const names = [...new Set([...mine, ...theirs])];
    for (const name of names) {
      if (isNowhere(run, name) && isNowhere(reference, name)) continue;
      if (mine.includes(name) && theirs.includes(name))
        columns.push(columnDifference(run.run, [run.columns, reference.columns], [name, name], options));
      else only(`${run.run}: ${name} is only in ${mine.includes(name) ? "a" : "b"}.`, options.columns !== undefined);
    }
    columns.push(...evaluationDifferences(run, reference, options), ...paramsDifferences(run, reference, options));
  }
  const isSame = columns.every(({ firstBeyond }) => firstBeyond === null) && !onlyInOne.some((one) => one.isMismatch);
  return { columns, onlyInOne, isSame: isSame && columns.length > 0 };
}

function columnsOf({ columns }: ComparedRun, { columns: wanted, ignore = IGNORED }: CompareOptions): string[] {
  const present = Object.keys(columns).filter((name) => name !== "step" && (columns[name] ?? []).length > 0);
  if (wanted) return present.filter((name) => wanted.includes(name));
  return present.filter((name) => !ignore.includes(name));
}

/** A quantity that the run does not have at any step. */
const isNowhere = ({ columns }: ComparedRun, name: string) => (columns[name] ?? []).every((value) => value === null);

/** Steps of a log; those of one without a column of them count from 0. */
const stepsOf = (columns: ComparedColumns, name: string): readonly number[] =>
  (columns.step ?? []).length > 0 ? (columns.step as number[]) : (columns[name] ?? []).map((_, row) => row);

function columnDifference(
  run: string,
  [a, b]: [ComparedColumns, ComparedColumns],
  [column, called]: [string, string],
  tolerance: Tolerance,
): ColumnDifference {
  const rows = new Map(stepsOf(a, column).map((step, row) => [step, a[column]?.[row] ?? null]));
  const difference = new Largest(run, called, tolerance);
  for (const [row, step] of stepsOf(b, column).entries()) {
    if (rows.has(step)) difference.add(step, rows.get(step) ?? null, b[column]?.[row] ?? null);
    else difference.isMissing(step);
    rows.delete(step);
  }
  for (const step of rows.keys()) difference.isMissing(step);
  return difference.found;
}

/** What both have measured on the whole splits. */
function evaluationDifferences(a: ComparedRun, b: ComparedRun, options: CompareOptions): ColumnDifference[] {
  const both: [ComparedColumns, ComparedColumns] = [a.evaluations ?? {}, b.evaluations ?? {}];
  const names = both.map((columns) => columnsOf({ run: a.run, columns }, { ...options, columns: undefined }));
  const wanted = (called: string) => options.columns?.includes(called) ?? true;
  return (names[0] ?? [])
    .filter((name) => names[1]?.includes(name) && wanted(`evaluations.${name}`))
    .map((name) => columnDifference(a.run, both, [name, `evaluations.${name}`], options));
}

/** The weights of a layer, at each step where both have them. */
function paramsDifferences(a: ComparedRun, b: ComparedRun, tolerance: Tolerance): ColumnDifference[] {
  const differences = new Map<string, Largest>();
  for (const { step, layers } of b.params ?? []) {
    const mine = a.params?.find((one) => one.step === step);
    for (const { name, values } of mine ? layers : []) {
      const column = `params of ${name}`;
      const difference = differences.get(name) ?? new Largest(a.run, column, tolerance);
      differences.set(name, difference);
      const own = mine?.layers.find((layer) => layer.name === name)?.values;
      if (own?.length !== values.length) difference.isMissing(step);
      else difference.addAll(step, own, values);
    }
  }
  return [...differences.values()].map(({ found }) => found);
}

/** Gathers the largest difference of one column, and the first step beyond the tolerance. */
class Largest {
  readonly found: ColumnDifference;

  constructor(
    run: string,
    column: string,
    private readonly tolerance: Tolerance,
  ) {
    this.found = { run, column, steps: 0, largest: 0, at: null, firstBeyond: null };
  }

  add(step: number, a: number | null, b: number | null): void {
    this.addAll(step, [a], [b]);
  }

  addAll(step: number, a: readonly (number | null)[], b: readonly (number | null)[]): void {
    this.found.steps += 1;
    for (const [index, reference] of b.entries()) this.note(step, a[index] ?? null, reference);
  }

  isMissing(step: number): void {
    this.found.firstBeyond = Math.min(step, this.found.firstBeyond ?? step);
  }

  private note(step: number, a: number | null, b: number | null): void {
    if (Object.is(a, b) || a === b) return;
    const { rtol, atol } = this.tolerance;
    const isOneNone = a === null || b === null || Number.isNaN(a) || Number.isNaN(b);
    const apart = isOneNone ? Number.POSITIVE_INFINITY : Math.abs(a - b);
    const relative = isOneNone ? apart : apart / Math.max(Math.abs(b), atol, Number.MIN_VALUE);
    if (relative > this.found.largest) {
      this.found.largest = relative;
      this.found.at = { step, a, b };
    }
    if (!(apart <= atol + rtol * Math.abs(b ?? 0))) this.isMissing(step);
  }
}
