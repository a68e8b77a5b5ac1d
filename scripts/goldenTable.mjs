// @ts-check
import { readFileSync, writeFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { ROOT } from "./run.mjs";

const DOCUMENT = `${ROOT}docs/numerics.md`;
const LINE = /^([\w-]+), (wasm|WebGPU) against cpu: (.+)$/;

/**
 * The differences that golden runs printed, one line per task ("sine, wasm against cpu: sgdm 5.3e-7, adam 8.2e-7"), as a table with
 * the runs of the first task; "–" where a task has no such run.
 * @param {string} output
 * @returns {string} "" where no line is one
 */
export function goldenTable(output) {
  const rows = output.split("\n").flatMap((line) => {
    const [, task, , parts] = LINE.exec(stripVTControlCharacters(line).trim()) ?? [];
    return task && parts ? [{ task, cells: parts.split(", ").map((part) => part.split(" ")) }] : [];
  });
  const [first] = rows;
  if (!first) return "";
  const runs = first.cells.map(([run]) => run);
  return [
    `| task | ${runs.join(" | ")} |`,
    `| --- |${" --- |".repeat(runs.length)}`,
    ...rows.map(({ task, cells }) => {
      const differences = runs.map((run) => cells.find(([one]) => one === run)?.[1] ?? "–");
      return `| \`${task}\` | ${differences.join(" | ")} |`;
    }),
  ].join("\n");
}

const PRESET_LINE = /^([\w-]+), WebGPU against cpu, (\d+) steps: (.+)$/;

/**
 * How far apart the presets were, one line each ("apo-loses, WebGPU against cpu, 200 steps: apo-p 3.1e-7, kfac 1.8e-2 from step 31"), as
 * a table: the largest difference of each run, and where one leaves the tolerance.
 * @param {string} output
 * @returns {string} "" where no line is one
 */
export function presetTable(output) {
  const rows = output.split("\n").flatMap((line) => {
    const [, preset, , parts] = PRESET_LINE.exec(stripVTControlCharacters(line).trim()) ?? [];
    if (!preset || !parts) return [];
    const runs = parts.split(", ").map((part) => part.split(" "));
    const beyond = runs.flatMap(([run, , from, , step]) => (from ? [`${run} from step ${step}`] : []));
    const each = runs.map(([run, largest]) => `${run} ${largest}`).join(", ");
    return [`| \`${preset}\` | ${each} | ${beyond.join(", ") || "none"} |`];
  });
  if (rows.length === 0) return "";
  return ["| preset | largest difference of each run | beyond 1e-4 |", "| --- | --- | --- |", ...rows].join("\n");
}

/**
 * Puts a table between the device's marks in docs/numerics.md.
 * @param {"wasm" | "webgpu" | "presets"} device
 * @param {string} table
 */
export function writeGoldenTable(device, table) {
  const text = readFileSync(DOCUMENT, "utf8");
  const [begin, end] = [`<!-- golden-${device}:begin -->`, `<!-- golden-${device}:end -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/numerics.md has no place between ${begin} and ${end}.`);
  writeFileSync(DOCUMENT, `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`);
}
