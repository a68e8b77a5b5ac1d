/** A number in a text, where the message has a place. */
export const NUMBER = /(?<![\p{L}\d_])[−-]?\d+(?:[.,]\d+)*(?:e[+-]?\d+)?/gu;

/** One whose commas part thousands: other digits in it change nothing but digits. */
const REGULAR = /^[−-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)*(?:e[+-]?\d+)?$/;

/** Digits that may be others. */
const HOLE = "\0";

/** As many texts that differ in more than numbers; then the memory begins anew. */
const MOST_SHAPES = 4000;

const digitsIn = (text: string): string[] => text.match(/\d+/g) ?? [];
const unsigned = (number: string): string => number.replace(/^[−-]/, "");
const withoutPlaces = (text: string): string => text.replace(/\{\d+\}/g, " ");

/**
 * Looks a text up once for all numbers in it that no text of the catalogue speaks of: with stand-ins for their digits, which are put
 * back into what comes out.
 * @param lookupWith a way to look up texts; what it is given undoes the stand-ins in a part of the text looked up
 */
export function shapedBy(
  words: Readonly<Record<string, string>>,
  lookupWith: (undo: (text: string) => string) => (text: string) => string,
): (text: string) => string {
  let spokenOf: ReadonlySet<string> | null = null;
  let taken: ReadonlySet<string> = new Set();
  const shapes = new Map<string, readonly (string | number)[]>();
  let standIns: readonly string[] = [];
  let digits: string[] = [];

  const undo = (text: string) => text.replace(/\d+/g, (run) => digits[standIns.indexOf(run)] ?? run);
  const lookUp = lookupWith(undo);

  /** Three digits for each hole, as thousands may be parted there; none of them is in the text or in the catalogue. */
  function standInsFor(shape: string, count: number): string[] {
    const here = new Set(digitsIn(shape));
    const free: string[] = [];
    for (let number = 101; free.length < count; number++)
      if (!here.has(`${number}`) && !taken.has(`${number}`)) free.push(`${number}`);
    return free;
  }

  function piecesOf(shape: string): readonly (string | number)[] {
    standIns = standInsFor(shape, digits.length);
    let at = 0;
    const german = lookUp(shape.replaceAll(HOLE, () => standIns[at++] ?? ""));
    const pieces = german.split(/(\d+)/).map((piece) => {
      const hole = standIns.indexOf(piece);
      return hole < 0 ? piece : hole;
    });
    standIns = [];
    return pieces;
  }

  return (text) => {
    if (!spokenOf) {
      const all = Object.entries(words);
      spokenOf = new Set(all.flatMap(([key]) => (withoutPlaces(key).match(NUMBER) ?? []).map(unsigned)));
      taken = new Set(all.flatMap(([key, german]) => [...digitsIn(key), ...digitsIn(german)]));
    }
    const spoken = spokenOf;
    digits = [];
    const shape = text.replace(NUMBER, (number) =>
      spoken.has(unsigned(number)) || !REGULAR.test(number)
        ? number
        : number.replace(/\d+/g, (run) => {
            digits.push(run);
            return HOLE;
          }),
    );
    if (digits.length === 0) return lookUp(text);
    let pieces = shapes.get(shape);
    if (!pieces) {
      if (shapes.size >= MOST_SHAPES) shapes.clear();
      pieces = piecesOf(shape);
      shapes.set(shape, pieces);
    }
    return pieces.map((piece) => (typeof piece === "number" ? digits[piece] : piece)).join("");
  };
}
