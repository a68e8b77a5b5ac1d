/** A text with places, to be found in what is drawn at last. */
export interface Pattern {
  /** What the values fill. */
  german: string;
  /** The places' numbers, in the order of the English text. */
  places: readonly number[];
  /** What stands before, between and behind the places: one more than these. */
  literals: readonly string[];
  /** The longest of them. */
  longest: string;
  /** Letters that stay. */
  weight: number;
  /** Places of what a person is to write, which is the same in every language. */
  written: readonly number[];
}

const PLACE = /\{(\d+)\}/;

/** What stands before a place of what a person may write in a link or a file: "Allowed: sine, linear." */
const BEFORE_WRITTEN = /(?:\bAllowed: (?:[^.]|\.(?! ))*|\bUsing )$/;

/** The numbers of such places in an English text. */
export const writtenPlaces = (english: string): number[] =>
  [...english.matchAll(/\{(\d+)\}/g)]
    .filter(({ index }) => BEFORE_WRITTEN.test(english.slice(0, index)))
    .map(([, place]) => Number(place));

/** All that stays, points and spaces too. */
const signsOf = ({ literals }: Pattern): number => literals.join("").length;

/** The patterns of a catalogue: those with the most letters of their own first. */
export function patternsOf(words: Readonly<Record<string, string>>): Pattern[] {
  return Object.entries(words)
    .filter(([english]) => PLACE.test(english))
    .map(([english, german]) => {
      const parts = english.split(PLACE);
      const literals = parts.filter((_, at) => at % 2 === 0);
      return {
        german,
        places: parts.filter((_, at) => at % 2 === 1).map(Number),
        literals,
        longest: literals.reduce((one, other) => (other.length > one.length ? other : one), ""),
        weight: literals.join("").replace(/[^\p{L}]/gu, "").length,
        written: writtenPlaces(english),
      };
    })
    .toSorted((one, other) => other.weight - one.weight || signsOf(other) - signsOf(one));
}

/**
 * What stands at each place of a pattern, by the place's number; null where the text is another. A place ends where what follows it
 * begins for the first time: one walk along the text, however many places there are.
 */
export function valuesIn({ literals, longest, places }: Pattern, text: string): string[] | null {
  const first = literals[0] ?? "";
  const last = literals.at(-1) ?? "";
  if (!text.startsWith(first) || !text.endsWith(last) || !text.includes(longest)) return null;
  const values: string[] = [];
  const end = text.length - last.length;
  let from = first.length;
  for (const [at, place] of places.entries()) {
    const to = at === places.length - 1 ? end : placeOf(text, literals[at + 1] ?? "", from);
    if (to < from || to > end) return null;
    values[place] = text.slice(from, to);
    from = to + (at === places.length - 1 ? 0 : (literals[at + 1] ?? "").length);
  }
  return values;
}

/** Where a literal begins; a point or comma in a number is none of it. */
function placeOf(text: string, literal: string, from: number): number {
  let at = text.indexOf(literal, from);
  if (!/^[.,]/.test(literal)) return at;
  while (at > 0 && /\d/.test(text[at - 1] ?? "") && /\d/.test(text[at + 1] ?? "")) at = text.indexOf(literal, at + 1);
  return at;
}

/** A text with its places filled. */
export const withValues = (text: string, values: readonly string[]): string =>
  text.replace(/\{(\d+)\}/g, (_, place: string) => values[Number(place)] ?? "");
