import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readCsv } from "../csv/readCsv";
import type { CsvTable } from "../csv/table";
import { stream } from "../random";
import type { ReadFile, ReportProgress } from "../tasks/task";

/** Reads the files of public/data that are committed. */
export const readPublicData: ReadFile = async (path) =>
  new Uint8Array(await readFile(join(import.meta.dirname, "../../../public/data", path)));

/** A table of 100 rows: noise in a, b and c, and the target a − 2b; the same for every test. */
export function smallTable(): CsvTable {
  const draws = stream(1, "small table");
  const lines = Array.from({ length: 100 }, () => {
    const [a, b, c] = draws.normals(3) as unknown as [number, number, number];
    return [a, b, c, a - 2 * b].join(",");
  });
  return readCsv(new TextEncoder().encode(`a,b,c,y\n${lines.join("\n")}\n`), "small.csv");
}

/** What a task asks of its surroundings, from the committed files; `changed` replaces some of them. */
export function publicData(changed: Record<string, Uint8Array> = {}) {
  const reports: { fraction: number; detail: string }[] = [];
  const read: string[] = [];
  const report: ReportProgress = (fraction, detail) => reports.push({ fraction, detail });
  return {
    reports,
    read,
    io: {
      readFile: async (path: string) => {
        read.push(path);
        return changed[path] ?? readPublicData(path);
      },
      report,
      csv: { table: smallTable(), choice: { file: "small.csv", target: null, inputs: null } },
    },
  };
}
