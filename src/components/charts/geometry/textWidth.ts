import { said } from "../../../config/language/said";

/** Letters by their width in thousandths of an em, as Arial and Helvetica have them; others are as wide as a digit. */
const WIDTHS: readonly (readonly [width: number, letters: string])[] = [
  [230, "ijlI|'"],
  [290, " .,:;/!ft[]\u2009"],
  [340, "-()r`"],
  [500, "cksvxyzJ"],
  [600, "+=<>−~"],
  [670, "ABEKPSVXYFTZ&"],
  [730, "CDHNRUw"],
  [780, "GOQ"],
  [860, "mM%"],
  [950, "W"],
];
const DIGIT = 560;
const WIDTH_OF = new Map(WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));

/** Sizes of the charts' text in units, with a little for fonts that run wider than Arial. */
const SIZES = { tick: 12 * 1.03, label: 13 * 1.1 } as const;

/**
 * About how wide a text is, in units: a label (13 units, bold) or the text of a tick or value (12). Counted from a table, since
 * measuring in the page would lay it out in the middle of a redraw, and other machines would get other margins.
 */
export function textWidth(text: string, size: keyof typeof SIZES): number {
  let sum = 0;
  for (const letter of said(text)) if (letter !== "_") sum += WIDTH_OF.get(letter) ?? DIGIT;
  return (sum / 1000) * SIZES[size];
}

/** The widest of several texts; 0 for none. */
export function widest(texts: Iterable<string>, size: keyof typeof SIZES): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, textWidth(text, size));
  return most;
}
