import { readCsv } from "../../data/csv/readCsv";
import type { CsvTable } from "../../data/csv/table";
import { stream } from "../../random";

/** A table of 100 rows: noise in a, b and c, and the target a − 2b; the same for every test. */
export function smallTable(): CsvTable {
  const draws = stream(1, "small table");
  const lines = Array.from({ length: 100 }, () => {
    const [a, b, c] = draws.normals(3) as unknown as [number, number, number];
    return [a, b, c, a - 2 * b].join(",");
  });
  return readCsv(new TextEncoder().encode(`a,b,c,y\n${lines.join("\n")}\n`), "small.csv");
}
