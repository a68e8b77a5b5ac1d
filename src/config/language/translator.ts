import { lookupOf } from "./lookup";
import { shapedBy } from "./shapes";

/** Elements stand in a text as letters of a private range, the first as the first of it. */
export const ELEMENTS = 0xe000;

/** Texts whose numbers change with each step would fill the memory: from here on it begins anew. */
const MOST_KEPT = 4000;

interface Translator {
  said(text: string): string;
  /** Takes a text as one in the language already. */
  settle(text: string): void;
}

/** Texts that were said, up to so many; a text with a digit takes no room from the others. */
function memory() {
  const fixed = new Map<string, string>();
  const passing = new Map<string, string>();
  const of = (text: string) => (/\d/.test(text) ? passing : fixed);
  return {
    get: (text: string) => of(text).get(text),
    set(text: string, german: string) {
      const kept = of(text);
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(text, german);
    },
  };
}

/**
 * Says texts by a catalogue, each looked up once whatever its numbers are.
 * @param missed hears what has letters and no translation
 */
export function translatorOf(words: Readonly<Record<string, string>>, missed?: (text: string) => void): Translator {
  const kept = memory();
  const shaped = shapedBy(words, (hear) => lookupOf(words, missed && ((text) => missed(hear(text)))));
  const settle = (german: string) => {
    if (!Object.hasOwn(words, german.trim())) kept.set(german, german);
  };
  return {
    settle,
    said(text) {
      const known = kept.get(text);
      if (known !== undefined) return known;
      const german = shaped(text);
      kept.set(text, german);
      if (german !== text) settle(german);
      return german;
    },
  };
}
