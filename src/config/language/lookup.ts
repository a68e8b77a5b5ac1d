import { germanNumbers } from "./germanNumbers";
import { type Pattern, patternsOf, valuesIn, withValues, writtenPlaces } from "./patterns";
import { NUMBER } from "./shapes";

/** Elements of a text stand in it as letters of this private range. */
const ELEMENT = /[\ue000-\uf8ff]/g;

/** A number or an element in a text: where the message has a place. */
const VALUE = new RegExp(`${ELEMENT.source}|${NUMBER.source}`, "gu");

/** Between two sentences. */
const SENTENCE = /(?<=[.!?]) (?=[^a-z])/;

/** What parts a text that was joined from several, from the coarsest on. */
const JOINTS = [/(?<=[.!?]) (?=[^a-z])/g, /; /g, / · /g, /: /g, /, /g, / \(|\)/g, / – | \/ | \+ /g];

/** Before the number that a name has behind it. */
const NUMBERS = [/ (?=[±<~−-]?\d)/g];

/** "λ_" as it stands where nothing can be typeset (`unsetText`). */
const UNSET = "λ\u202f";

/** A pattern with so many letters of its own goes before the parts of a text. */
const STRONG = 4;

/**
 * Looks texts up by their English in a catalogue: exact, with its numbers and elements as places, by its patterns, and part by part.
 * @param missed hears what has letters and no translation
 */
export function lookupOf(
  words: Readonly<Record<string, string>>,
  missed?: (text: string) => void,
): (text: string) => string {
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

  function byPattern(text: string, isStrong: boolean): string | null {
    patterns ??= patternsOf(words);
    for (const pattern of patterns) {
      if (pattern.weight >= STRONG !== isStrong) continue;
      const values = valuesIn(pattern, text);
      const inGerman = (one: string, place: number) => (pattern.written.includes(place) ? toWrite(one) : spoken(one));
      if (values) return withValues(pattern.german, values.map(inGerman));
    }
    return null;
  }

  /** Words to be written in a link stay; a phrase about them is one of the catalogue as a whole. */
  const toWrite = (text: string): string => (/ /.test(text) ? (byCatalogue(text) ?? text) : text);

  /** Sentences, the most of them at once that are one text of the catalogue; null where one is unknown. */
  function bySentences(text: string): string | null {
    const sentences = text.split(SENTENCE);
    if (sentences.length < 2) return null;
    const german: string[] = [];
    for (let from = 0; from < sentences.length; ) {
      let to = sentences.length - (from === 0 ? 1 : 0);
      let one: string | null = null;
      for (; to > from && one === null; to--) one = byCatalogue(sentences.slice(from, to).join(" "));
      if (one === null) one = found(sentences[from] ?? "");
      if (one === null) return null;
      german.push(one);
      from = Math.max(to, from) + 1;
    }
    return german.join(" ");
  }

  /** Parts between joints, where one is known; with the joint before it or without. */
  function byParts(text: string, between: readonly RegExp[]): string | null {
    for (const joint of between) {
      const parts = text.split(joint);
      if (parts.length < 2) continue;
      const joints = text.match(joint) ?? [];
      const german = parts.map((part, at) => {
        const before = at === 0 ? "" : (joints[at - 1] ?? "");
        const alone = found(part);
        if (alone !== null) return before + alone;
        return before === "" ? null : byCatalogue(before + part);
      });
      if (german.every((one) => one === null)) continue;
      return german
        .map((one, at) => one ?? (at === 0 ? "" : (joints[at - 1] ?? "")) + unknown(parts[at] ?? ""))
        .join("");
    }
    return null;
  }

  /** A text, or what is nearly one: with a stop behind it, or the first letter in the other case. */
  function byLikeness(text: string): string | null {
    const stop = /[.:;,…]$/.exec(text)?.[0];
    if (stop) {
      const rest = found(text.slice(0, -1));
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

  /** null: there is no translation of any part of it. */
  function found(whole: string): string | null {
    const [, begin = "", text = "", end = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(whole) ?? [];
    if (!/\p{L}/u.test(text)) return null;
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
      byPattern(one, false) ??
      byParts(one, NUMBERS);
    return german === null ? null : begin + (isUnset ? german.replaceAll("λ_", UNSET) : german) + end;
  }

  function unknown(text: string): string {
    if (missed && /\p{L}{2}/u.test(text)) missed(text.trim());
    return germanNumbers(text);
  }

  return spoken;
}
