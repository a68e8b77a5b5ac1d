/** One measured figure held against its goal; `value` and `goal` share the unit named in `name`. */
export interface Goal {
  name: string;
  /** At most this. */
  goal: number;
  value: number;
  ok: boolean;
}

export interface BenchRow {
  section: string;
  case: string;
  median: number;
  min: number;
  max: number;
  unit: string;
}

export interface BenchReport {
  machine: string;
  rows: BenchRow[];
  ratios: Record<string, number>;
  goals: Goal[];
}

/** What one part of the benchmark measured. */
export type BenchSection = Omit<BenchReport, "machine">;

export const atMost = (name: string, goal: number, value: number): Goal => ({ name, goal, value, ok: value <= goal });

/** Median (of an even number the mean of the two in the middle), smallest and largest of some measurements. */
export function summarise(values: readonly number[]): { median: number; min: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const last = sorted.length - 1;
  return { median: (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2, min: at(0), max: at(last) };
}

/** Median over the rounds of the ratio within a round: what slowed a whole round is in neither. */
export function pairedRatio(above: readonly number[], below: readonly number[]): number {
  return summarise(above.map((value, round) => value / (below[round] ?? Number.NaN))).median;
}

/** The value that a share of the measurements does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Three digits that count, without an exponent. */
export const digits = (value: number): string =>
  Number.isFinite(value) ? `${Number(value.toPrecision(3))}` : "not measured";

/** The report as plain text. */
export function formatReport({ machine, rows, ratios, goals }: BenchReport): string {
  const sections = [...new Set(rows.map(({ section }) => section))];
  return [
    machine,
    ...sections.flatMap((section) => [
      "",
      section,
      ...rows
        .filter((row) => row.section === section)
        .map((row) => `  ${row.case}: ${digits(row.median)} ${row.unit}${bracketedRange(row)}`),
    ]),
    "",
    ...Object.entries(ratios).map(([name, value]) => `${name}: ${digits(value)}`),
    "",
    ...goals.map((g) => `${g.ok ? "met   " : "MISSED"} ${g.name}: ${digits(g.value)}, goal at most ${g.goal}`),
  ].join("\n");
}

/** " (1 to 2)", or nothing for a count that every round repeats. */
export const bracketedRange = ({ min, max }: BenchRow): string =>
  min === max ? "" : ` (${digits(min)} to ${digits(max)})`;
