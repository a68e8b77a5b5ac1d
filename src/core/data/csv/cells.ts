/** Which sign stands before the decimals of a file's numbers. */
export type DecimalSign = "." | ",";

/** Cells that stand for no value, in lower case. */
const MISSING = new Set(["", "na", "n/a", "#n/a", "<na>", "nan", "null", "none", "missing", "?", "-", "."]);
const WHOLE = /^[+-]?\d+$/;
/** Sign, digits with any signs between them, exponent. No part of it can match what the next one does: it takes linear time. */
const SHAPE = /^([+-]?)([\d.,\s'’]+)(e[+-]?\d+)?$/i;
/** Thousands apart by one sign throughout; a number of thousands does not start with 0. */
const GROUPED = /^[1-9]\d{0,2}(?:([.,\s'’])\d{3})(?:\1\d{3})*$/;
const DIGITS = /^\d*$/;
const NOT_ZERO = /[1-9]/;

/** A cell without blanks around it, its minus one that a program reads. */
export function plainText(cell: string): string {
  const text = cell.trim();
  return text.includes("−") ? text.replaceAll("−", "-") : text;
}

/** Whether a plain text stands for no value. */
export const isMissing = (text: string): boolean => text.length <= 7 && MISSING.has(text.toLowerCase());

/** Whether a plain text is digits alone, which read alike in every convention. */
export const isWhole = (text: string): boolean => WHOLE.test(text);

/** The number of a plain text where this is the decimal sign, and what stands between its thousands; null where it is none. */
export function numberIn(text: string, decimal: DecimalSign): { value: number; between: string } | null {
  const [, sign, body, exponent = ""] = SHAPE.exec(text) ?? [];
  if (body === undefined) return null;
  const at = body.indexOf(decimal);
  if (at !== body.lastIndexOf(decimal)) return null;
  const whole = at < 0 ? body : body.slice(0, at);
  const decimals = at < 0 ? "" : body.slice(at + 1);
  if (!DIGITS.test(decimals) || (whole === "" && decimals === "")) return null;
  const between = DIGITS.test(whole) ? "" : exponent === "" ? GROUPED.exec(whole)?.[1] : undefined;
  if (between === undefined) return null;
  const digits = between === "" ? whole : whole.replaceAll(between, "");
  const value = Number(`${sign}${digits || "0"}.${decimals || "0"}${exponent}`);
  const isLost = value === 0 && NOT_ZERO.test(`${digits}${decimals}`); // too small for float64
  return Number.isFinite(value) && !isLost ? { value, between } : null; // too large
}

/** The number of a cell, NaN where it stands for no value, undefined where it is text. */
export function readCell(cell: string, decimal: DecimalSign): number | undefined {
  const text = plainText(cell);
  if (isMissing(text)) return Number.NaN;
  return numberIn(text, decimal)?.value;
}
