import { quote } from "./notes";

const MONTH = "(jan|feb|m[aä]r|apr|ma[iy]|ju[nl]|aug|sep|o[ck]t|nov|de[cz])[a-z]*";
const CURRENCY = "(EUR|USD|GBP|CHF|JPY|CNY|INR)";

/** What a cell that is no number looks like; the first that fits counts. */
const LOOKS: readonly [look: RegExp, words: string][] = [
  [/^(\d{4}([-/.])\d{1,2}\2\d{1,2}|\d{1,2}([-/.])\d{1,2}\3(\d{4}|\d{2}))\.?([T\s].*)?$/, "date"],
  [new RegExp(`^(\\d{1,2}[.\\s-]*${MONTH}[.,\\s-]*\\d{2,4}|${MONTH}[.,\\s-]+\\d{1,4}.*)$`, "i"), "date"],
  [/^\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?(\s?[ap]\.?m\.?)?$/i, "time"],
  [/^\D*\d[^%‰]*[%‰]$/, "percentage"],
  [/^(\D*\p{Sc}\D*\d.*|\D*\d.*\p{Sc})$/u, "amount of money"],
  [new RegExp(`^(${CURRENCY}\\s?\\D?\\d.*|\\D?\\d.*\\s?${CURRENCY})$`), "amount of money"],
  [/^[^0-9]*(?![0-9])\p{Nd}/u, "number in digits of another script"],
  [/^[‐‑‒–—﹣－]\s*\d[\d.,]*$/, "number behind another dash than a minus"],
  [/^\(\s*\d[\d.,\s]*\)$/, "number in brackets"],
  [/^[+-]?[\d.,]+e[+-]?\d{3,}$/i, "number beyond double precision"],
  [/^[+-]?\d[\d.,'’\s]*(e[+-]?\d+)?[+-]?$/i, "number written in another way"],
  [/^[+-]?\d[\d.,\s]*[a-zµ°Ω²³/]{1,6}$/i, "number with a unit"],
];
/** Longer texts are no numbers in another guise. */
const LONGEST = 40;

/** What a cell looks like that is not understood as a number, "date" for one; "text" where it is nothing special. */
export function lookOf(cell: string): string {
  const text = cell.trim();
  return (text.length > LONGEST ? undefined : LOOKS.find(([look]) => look.test(text))?.[1]) ?? "text";
}

/** `"5 %" is a percentage, not a number`, `"house" is not a number` */
export function notANumber(cell: string): string {
  const look = lookOf(cell);
  if (look === "text") return `${quote(cell)} is not a number`;
  if (look.startsWith("number")) return `${quote(cell)} is a ${look}, which is not read`;
  return look.startsWith("a")
    ? `${quote(cell)} is an ${look}, not a number`
    : `${quote(cell)} is a ${look}, not a number`;
}
