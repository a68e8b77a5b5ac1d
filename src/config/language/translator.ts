import { germanNumbers } from "./germanNumbers";
import { type Pattern, patternsOf, valuesIn, withValues, writtenPlaces } from "./patterns";

/** Elements stand in a text as letters of this private range, the first as the first of it. */
export const ELEMENTS = 0xe000;

/** A number or an element in a text: where the message has a place. */
const VALUE = /[\ue000-\uf8ff]|(?<![\p{L}\d_])[−-]?\d+(?:[.,]\d+)*(?:e[+-]?\d+)?/gu;
const ELEMENT = /[\ue000-\uf8ff]/g;

/** Between two sentences. */
const SENTENCE = /(?<=[.!?]) (?=[^a-z])/;

/** Before what has happened to what is named. */
const BEFORE_CHANGE = / (?=(?:fell by|rose|hardly changed|stayed as|went from) )/g;

/** Joints that are words. */
const ALSO: Readonly<Record<string, string>> = { " and ": " und ", " or ": " oder " };

/** What parts a text that was joined from several, from the coarsest on. */
const JOINTS = [
  /(?<=[.!?]) (?=[^a-z])/g,
  /; /g,
  / · /g,
  /: /g,
  /, /g,
  / and | or /g,
  / \(|\)/g,
  / – | \/ | \+ /g,
  BEFORE_CHANGE,
];

/** Before the number that a name has behind it. */
const NUMBERS = [/ (?=[±<~−-]?\d)/g];

/** "λ_" as it stands where nothing can be typeset (`unsetText`). */
const UNSET = "λ\u202f";

/** A pattern with so many letters of its own goes before the parts of a text. */
const STRONG = 4;

/** Parts of a text that are looked up as one, at most. */
const MOST_AT_ONCE = 3;

/** Texts that change with each step would fill the memory: from here on it begins anew. */
const MOST_KEPT = 4000;

interface Translator {
  said(text: string): string;
  /** Takes a text as one in the language already. */
  settle(text: string): void;
}

/**
 * Looks texts up by their English in a catalogue: exact, with its numbers and elements as places, by its patterns, and part by part.
 * @param missed hears what has letters and no translation
 * @param own names that a person gave: within a text they stay, and a text that is one of them is the page's own
 */
export function translatorOf(
  words: Readonly<Record<string, string>>,
  missed?: (text: string) => void,
  own: ReadonlySet<string> = new Set(),
): Translator {
  const kept = new Map<string, string>();
  let ownWhenKept = own.size;
  let patterns: readonly Pattern[] | null = null;

  const spoken = (text: string): string => found(text) ?? unknown(text);

  /** With what matches at the places of the message. */
  function bySkeleton(text: string, value: RegExp): string | null {
    const values: string[] = [];
    const key = text.replace(value, (one) => `{${values.push(one) - 1}}`);
    const german = values.length > 0 && Object.hasOwn(words, key) ? words[key] : undefined;
    if (german === undefined) return null;
    const written = writtenPlaces(key);
    return withValues(
      german,
      values.map((one, place) => (written.includes(place) ? one : germanNumbers(one))),
    );
  }

  /** The pattern with the most letters that a text fits, with its values. */
  function patternOf(text: string, isStrong: boolean): { pattern: Pattern; values: readonly string[] } | null {
    patterns ??= patternsOf(words);
    for (const pattern of patterns) {
      if (pattern.weight >= STRONG !== isStrong) continue;
      const values = valuesIn(pattern, text);
      const isOfSentences = pattern.places.every((place, at) => {
        const one = values?.[place] ?? "";
        // a place holds a part of a sentence; several where they stand for themselves
        return !SENTENCE.test(one) || (/[.!?]$/.test(one) && /(^|[.!?] )$/.test(pattern.literals[at] ?? ""));
      });
      if (values && isOfSentences) return { pattern, values };
    }
    return null;
  }

  function byPattern(text: string, isStrong: boolean): string | null {
    const { pattern, values } = patternOf(text, isStrong) ?? {};
    if (!pattern || !values) return null;
    return withValues(
      pattern.german,
      values.map((one, place) => (pattern.written.includes(place) ? toWrite(one) : spoken(one))),
    );
  }

  /** Words to be written in a link stay; a phrase about them is one of the catalogue as a whole. */
  const toWrite = (text: string): string => (/ /.test(text) ? (byCatalogue(text) ?? text) : text);

  /** How surely a text is one of the catalogue: by the letters that it has in common. */
  const sureness = (text: string): number =>
    Object.hasOwn(words, text) ? Number.POSITIVE_INFINITY : (patternOf(text, true)?.pattern.weight ?? 0);

  /** Sentences, as many at once as are surely one text of the catalogue; null where none is known. */
  function bySentences(text: string): string | null {
    const sentences = text.split(SENTENCE);
    if (sentences.length < 2) return null;
    const whole = patternOf(text, true)?.pattern.weight ?? 0;
    const slice = (from: number, to: number) => sentences.slice(from, to).join(" ");
    if (whole >= sureness(slice(0, 1)) && whole > 0) return null;
    const german: string[] = [];
    let known = 0;
    for (let from = 0, next = 1; from < sentences.length; from = next++) {
      let most = 0;
      for (let to = from + 1; to <= sentences.length; to++) {
        const sure = to - from < sentences.length ? sureness(slice(from, to)) : 0;
        if (sure > most || (sure === most && sure === Number.POSITIVE_INFINITY)) [most, next] = [sure, to];
      }
      const one = (most > 0 ? byCatalogue(slice(from, next)) : null) ?? found(slice(from, next));
      if (one !== null) known += 1;
      german.push(one ?? unknown(slice(from, next)));
    }
    return known > 0 ? german.join(" ") : null;
  }

  /** Parts between joints, where one is known; several that are one text of the catalogue at once, with the joint before or without. */
  function byParts(text: string, between: readonly RegExp[]): string | null {
    for (const joint of between) {
      const parts = text.split(joint);
      if (parts.length < 2) continue;
      const joints = ["", ...(text.match(joint) ?? [])];
      const german: { before: string; part: string; told: string | null }[] = [];
      for (let at = 0, next = 1; at < parts.length; at = next++) {
        const before = joints[at] ?? "";
        const upTo = (end: number) => parts.slice(at, end).reduce((all, one, i) => all + joints[at + i] + one);
        let told: string | null = null;
        for (let end = Math.min(parts.length, at + MOST_AT_ONCE); end > at + 1 && told === null; end--) {
          if (end - at === parts.length) continue; // the whole text, which is no text of the catalogue
          const alone = byCatalogue(upTo(end));
          told = alone === null ? before && byCatalogue(before + upTo(end)) : (ALSO[before] ?? before) + alone;
          told ||= null;
          if (told !== null) next = end;
        }
        const part = parts[at] ?? "";
        const alone = told === null ? found(part, true) : null;
        if (alone !== null) told = (ALSO[before] ?? before) + alone;
        if (told === null && before !== "") told = byCatalogue(before + part);
        german.push({ before, part, told });
      }
      if (german.some(({ told }) => told !== null))
        return german.map(({ before, part, told }) => told ?? (ALSO[before] ?? before) + spoken(part)).join("");
    }
    return null;
  }

  /** A text, or what is nearly one: with a stop behind it, or the first letter in the other case. */
  function byLikeness(text: string): string | null {
    const stop = /[.:;,…]$/.exec(text)?.[0];
    if (stop) {
      const rest = found(text.slice(0, -1), true);
      return rest && rest + stop;
    }
    const first = text[0] ?? "";
    const other = (first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase()) + text.slice(1);
    return Object.hasOwn(words, other) ? (words[other] ?? null) : null;
  }

  const byCatalogue = (text: string): string | null =>
    Object.hasOwn(words, text)
      ? (words[text] ?? null)
      : (bySkeleton(text, VALUE) ?? bySkeleton(text, ELEMENT) ?? byPattern(text, true));

  /** null: there is no translation of any part of it. `isSure`: none by a pattern of few letters, which fits much. */
  function found(whole: string, isSure = false): string | null {
    const [, begin = "", text = "", end = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(whole) ?? [];
    if (!/\p{L}/u.test(text)) return null;
    if (own.has(text)) return whole;
    const isUnset = text.includes(UNSET);
    const one = text.replaceAll(UNSET, "λ_").replace(/\s+/g, " ");
    const german =
      (Object.hasOwn(words, one) ? (words[one] as string) : null) ??
      bySkeleton(one, VALUE) ??
      bySkeleton(one, ELEMENT) ??
      bySentences(one) ??
      byPattern(one, true) ??
      byLikeness(one) ??
      byParts(one, JOINTS) ??
      (isSure ? null : (byPattern(one, false) ?? byParts(one, NUMBERS)));
    return german === null ? null : begin + (isUnset ? german.replaceAll("λ_", UNSET) : german) + end;
  }

  function unknown(text: string): string {
    if (missed && /\p{L}{2}/u.test(text)) missed(text.trim());
    return germanNumbers(text);
  }

  const keep = (text: string, german: string) => {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, german);
  };
  const settle = (german: string) => {
    if (!Object.hasOwn(words, german.trim())) keep(german, german);
  };
  return {
    settle,
    said(text) {
      if (own.size !== ownWhenKept) kept.clear();
      ownWhenKept = own.size;
      const known = kept.get(text);
      if (known !== undefined) return known;
      const german = own.has(text) ? (words[text] ?? text) : spoken(text);
      keep(text, german);
      if (german !== text) settle(german);
      return german;
    },
  };
}
