import { cpus } from "node:os";
import { version_core } from "@tensorflow/tfjs-core";

/** One measured figure held against its goal; `value` and `goal` share the unit named in `name`. */
export interface Goal {
  name: string;
  /** At most this. */
  goal: number;
  value: number;
  ok: boolean;
}

export interface BenchReport {
  machine: string;
  rows: { case: string; median: number; min: number; max: number; unit: string }[];
  ratios: Record<string, number>;
  goals: Goal[];
}

export const atMost = (name: string, goal: number, value: number): Goal => ({ name, goal, value, ok: value <= goal });

/** Processor, cores, Node and tfjs, so that a figure is never read without its machine. */
export function describeMachine(): string {
  const [first] = cpus();
  return `${first?.model ?? "unknown processor"}, ${cpus().length} cores, Node ${process.versions.node}, tfjs ${version_core}`;
}

/** Median, smallest and largest of some measurements. */
export function summarise(values: readonly number[]): { median: number; min: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (fraction: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), min: at(0), max: at(1) };
}

/** The value that a share of the measurements does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The report as plain text. */
export function formatReport({ machine, rows, ratios, goals }: BenchReport): string {
  const digits = (value: number) => value.toPrecision(3);
  return [
    machine,
    "",
    ...rows.map((row) => `${row.case}: ${digits(row.median)} ${row.unit} (${digits(row.min)} to ${digits(row.max)})`),
    "",
    ...Object.entries(ratios).map(([name, value]) => `${name}: ${digits(value)}`),
    "",
    ...goals.map((g) => `${g.ok ? "met   " : "MISSED"} ${g.name}: ${digits(g.value)}, goal at most ${g.goal}`),
  ].join("\n");
}
