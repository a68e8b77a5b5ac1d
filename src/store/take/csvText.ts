/** A cell: numbers to the last digit, null as nothing. */
export type CsvCell = string | number | boolean | null | undefined;

/** Titles and rows, all of them and raw. */
export interface Table {
  titles: readonly string[];
  rows: Iterable<readonly CsvCell[]>;
}

/** Rows under titles, as RFC 4180 has them, lines ended by "\n". Numbers are the shortest that read back as the same. */
export function csvText(titles: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [titles.map(cellText).join(",")];
  for (const row of rows) lines.push(row.map(cellText).join(","));
  return `${lines.join("\n")}\n`;
}

/** A spreadsheet would take a text that begins so for a formula; behind an apostrophe it is text. */
const FORMULA = /^[=+\-@\t\r]/;

function cellText(cell: CsvCell): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell !== "string") return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
