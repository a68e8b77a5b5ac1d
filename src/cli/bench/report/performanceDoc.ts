import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { LIMITS } from "./limits";
import { type BenchReport, type BenchRow, bracketedRange, digits, type Goal } from "./report";
import { scaleChart } from "./scaleChart";

/** Writes docs/performance.md, and the chart in it, from what one run measured. */
export function writePerformance(root: string, { machine, rows, ratios, goals }: BenchReport, rounds: string): void {
  const sections = [...new Set(rows.map(({ section }) => section))];
  const chart = scaleChart(rows);
  if (chart) writeFileSync(join(root, "docs/performance-scale.svg"), chart);
  const text = [
    "# Performance",
    "",
    "Written by `npm run bench -- --write`: every number is of one run on one machine, which other programs shared. Only",
    "ratios within the run travel to another machine. Medians over rounds in which all contestants take turns, from the same",
    "weights on the same batches; a peer is timed only after its first five losses agree with ours to 1e-4",
    "(on WebGPU its first two, in batches of 4, which a software adapter can compute). The calls on WebGPU are counted with",
    "dispatches of no workgroups, so that nothing waits for such an adapter; KFAC, which reads back, is counted in batches of 4.",
    "",
    `${rounds}. Machine: ${machine}. ${new Date().toISOString().slice(0, 10)}.`,
    "",
    "## Goals",
    "",
    "| goal | at most | measured | |",
    "| --- | ---: | ---: | --- |",
    ...goals.map((goal) => `| ${goal.name} | ${goal.goal} | ${digits(goal.value)} | ${goal.ok ? "met" : "missed"} |`),
    "",
    ...missed(goals),
    ...(chart
      ? ["## Scale", "", "![Milliseconds per step against parameters, batch and runs](performance-scale.svg)", ""]
      : []),
    ...sections.flatMap((section) => [
      `## ${section}`,
      "",
      ...tableOf(rows.filter((row) => row.section === section)),
      "",
    ]),
    "## Ratios",
    "",
    "| ratio | |",
    "| --- | ---: |",
    ...Object.entries(ratios).map(([name, value]) => `| ${name} | ${digits(value)} |`),
    "",
    "brain.js trains online, an update after each example, with tanh on its output: it computes as much, but not the same. By",
    "hand there is SGD on dense layers only; convnetjs has no Adam like ours; jax-js has no optimizers in its own package, so",
    "its two are written out and jitted.",
  ].join("\n");
  writeFileSync(join(root, "docs/performance.md"), `${text}\n`);
}

/** A line for each row; where a case was measured in several units, a line for each case. */
function tableOf(rows: readonly BenchRow[]): string[] {
  const cases = [...new Set(rows.map((row) => row.case))];
  if (cases.length === rows.length)
    return [
      "| case | median | range | unit |",
      "| --- | ---: | ---: | --- |",
      ...rows.map(
        (row) =>
          `| ${row.case} | ${digits(row.median)} | ${bracketedRange(row).replace(/[()]/g, "").trim()} | ${row.unit} |`,
      ),
    ];
  const units = [...new Set(rows.map(({ unit }) => unit))];
  return [
    `| case | ${units.join(" | ")} |`,
    `| --- |${" ---: |".repeat(units.length)}`,
    ...cases.map((name) => {
      const cell = (unit: string) => rows.find((row) => row.case === name && row.unit === unit)?.median ?? Number.NaN;
      return `| ${name} | ${units.map((unit) => digits(cell(unit))).join(" | ")} |`;
    }),
  ];
}

/** One line on each missed goal: what limits it. */
function missed(goals: readonly Goal[]): string[] {
  const lines = goals
    .filter(({ ok }) => !ok)
    .map(({ name }) => {
      const limit = LIMITS.find(({ goal }) => goal.test(name));
      return `- ${name}: ${limit?.words ?? "no reason is written down yet"}`;
    });
  return lines.length > 0 ? ["What limits the goals that were missed:", "", ...lines, ""] : [];
}
