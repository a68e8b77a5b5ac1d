import type { CsvNumbers, CsvPlace } from "../../../config/experiment/csv";
import { type DecimalSign, isMissing, isWhole, numberIn, plainText } from "./cells";

/** A line of a file as its fields; `line` counts from 1 and minds line breaks inside quotes. */
export interface Line {
  line: number;
  fields: string[];
}

/** What speaks for a way to read the numbers of a file. */
export interface NumberEvidence {
  numbers: CsvNumbers;
  decimal: DecimalSign;
  /** Of the cells with a value, the share that is a number. */
  share: number;
}

/** A cell such as 1.234: a decimal number, or one with its thousands apart. */
interface Undecided {
  place: CsvPlace;
  values: Record<DecimalSign, number>;
}

/** What one column says of a sign that could be either. */
interface ColumnEvidence {
  undecided: Partial<Record<DecimalSign, true>>;
  short: boolean;
  long: boolean;
}

/**
 * The decimal sign that more cells of all lines are numbers with. Where both read as many, and a cell such as 1.234 is a
 * number either way: columns with 1.234 beside 900 write thousands apart, those with 1.234 beside 1000 do not; else the sign
 * is a decimal one, but for commas between commas. Then `doubt` names the first such cell.
 */
export function weighNumbers(rows: readonly Line[], delimiter: string): NumberEvidence {
  const readable = { ".": 0, ",": 0 };
  const between = { ".": new Set<string>(), ",": new Set<string>() };
  const hasDecimals = { ".": false, ",": false };
  const columns: ColumnEvidence[] = [];
  const undecided: Partial<Record<DecimalSign, Undecided>> = {};
  let cells = 0;
  for (const { line, fields } of rows) {
    for (const [c, field] of fields.entries()) {
      const text = plainText(field);
      if (isMissing(text)) continue;
      cells += 1;
      columns[c] ??= { undecided: {}, short: false, long: false };
      const column = columns[c];
      const asPoint = numberIn(text, ".");
      const asComma = numberIn(text, ",");
      if (asPoint) readable["."] += 1;
      if (asComma) readable[","] += 1;
      if (isWhole(text)) {
        if (text.replace(/^[+-]/, "").length > 3) column.long = true;
        else column.short = true;
        continue;
      }
      if (asPoint) between["."].add(asPoint.between);
      if (asComma) between[","].add(asComma.between);
      const isPoint = asPoint !== null && text.includes(".");
      const isComma = asComma !== null && text.includes(",");
      if (isPoint) hasDecimals["."] = true;
      if (isComma) hasDecimals[","] = true;
      if (!asPoint || !asComma || asPoint.value === asComma.value) continue;
      const sign = text.includes(".") ? "." : ",";
      column.undecided[sign] = true;
      undecided[sign] ??= {
        place: { line, column: c + 1, text: field.trim() },
        values: { ".": asPoint.value, ",": asComma.value },
      };
    }
  }
  const { decimal, isDoubtful } = decide(readable, columns, undecided, delimiter);
  const first = [undecided["."], undecided[","]].filter((one) => one !== undefined)[0];
  const signs = [...between[decimal]].filter((sign) => sign !== "").map((sign) => (/\s/.test(sign) ? " " : sign));
  return {
    decimal,
    share: cells === 0 ? 0 : readable[decimal] / cells,
    numbers: {
      decimal: hasDecimals[decimal] ? decimal : null,
      between: [...new Set(signs.map((sign) => (sign === "’" ? "'" : sign)))],
      doubt:
        isDoubtful && first
          ? { ...first.place, taken: first.values[decimal], other: first.values[decimal === "." ? "," : "."] }
          : null,
    },
  };
}

function decide(
  readable: Record<DecimalSign, number>,
  columns: readonly ColumnEvidence[],
  undecided: Partial<Record<DecimalSign, Undecided>>,
  delimiter: string,
): { decimal: DecimalSign; isDoubtful: boolean } {
  if (readable["."] !== readable[","]) return { decimal: readable["."] > readable[","] ? "." : ",", isDoubtful: false };
  if (!undecided["."] && !undecided[","]) return { decimal: delimiter === ";" ? "," : ".", isDoubtful: false };
  let votesForPoint = 0;
  for (const { undecided: own, short, long } of columns) {
    if (own["."] && (short || long)) votesForPoint += long ? 1 : -1;
    if (own[","] && (short || long)) votesForPoint += long ? -1 : 1;
  }
  if (votesForPoint !== 0) return { decimal: votesForPoint > 0 ? "." : ",", isDoubtful: true };
  if (delimiter === ",") return { decimal: ".", isDoubtful: undecided[","] !== undefined };
  return { decimal: undecided[","] ? "," : ".", isDoubtful: true };
}
