import { expect } from "vitest";
import { chooseColumns } from "../../src/core/data/csv/chooseColumns";
import { readCsv } from "../../src/core/data/csv/readCsv";
import { TaskError } from "../../src/core/taskError";
import { fuzz } from "./fuzz";
import { type Draws, damagedBytes, HOSTILE_TEXTS, NO_WORDS } from "./hostile";

const SEPARATORS = [",", ";", "\t", "|"] as const;
const BREAKS = ["\n", "\r\n", "\r"] as const;
const NAMES = ["x", "y", "price", "Länge, m", "__proto__", "constructor", "toString", ""] as const;

/** A table of numbers in which some cells are hostile, rows are cut or too long, and quotes are left open. */
function drawCsv(draws: Draws): Uint8Array {
  const { next, pick, chance } = draws;
  const separator = pick(SEPARATORS);
  const width = 1 + Math.floor(5 * next());
  const share = pick([0, 0.01, 0.1, 0.6]);
  const cell = (at: number) => {
    if (!chance(share)) return (next() * 10 ** Math.floor(6 * next())).toFixed(at % 4);
    const text = pick(HOSTILE_TEXTS).slice(0, 300);
    return chance(0.3) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const header = Array.from({ length: width }, (_, at) =>
    chance(0.3) ? pick(HOSTILE_TEXTS).slice(0, 60) : (NAMES[at] ?? "z"),
  );
  const rows = Array.from({ length: Math.floor(60 * next()) }, (_, at) =>
    Array.from({ length: chance(share / 4) ? width + 1 : width }, () => cell(at)).join(separator),
  );
  const text = [header.join(separator), ...rows].join(pick(BREAKS));
  return damagedBytes(chance(0.1) ? `\uFEFF${text}` : chance(0.05) ? text.repeat(2) : text, draws);
}

fuzz("csv", "hostile CSV files are read, or refused with a place and a way on", drawCsv, (bytes) => {
  try {
    const table = readCsv(bytes, "t.csv");
    for (const { values, kind } of table.columns) if (kind !== "text") expect(values).toHaveLength(table.rows);
    const { choice } = chooseColumns(table, { file: "t.csv", target: null, inputs: null }, "lenient");
    const names = table.columns.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([choice.target, ...(choice.inputs ?? [])]));
  } catch (error) {
    if (!(error instanceof TaskError)) throw error;
    expect(error.message).not.toMatch(NO_WORDS);
    expect(error.remedy).not.toBe("");
  }
});
