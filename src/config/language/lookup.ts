import { germanNumbers } from "./germanNumbers";
import { type Pattern, patternsOf, valuesIn, withValues, writtenPlaces } from "./patterns";
import { NUMBER } from "./shapes";

/** Elements of a text stand in it as letters of this private range. */
const ELEMENT = /[\ue000-\uf8ff]/g;

/** A number or an element in a text: where the message has a place. */
const VALUE = new RegExp(`${ELEMENT.source}|${NUMBER.source}`, "gu");

/** A text, and the space around it. */
const AROUND = /^(\s*)([\s\S]*?)(\s*)$/;

/** A text, and the elements beside it. */
const BESIDE = /^((?:[\ue000-\uf8ff]\s*)*)([\s\S]*?)((?:\s*[\ue000-\uf8ff])*)$/;

/** Between two sentences. */
const SENTENCE = /(?<=[.!?]) (?=[^a-z±])/;

/** What may stand behind a text that has none. */
const STOP = /[.:;,…]$/;

/** Where a sentence ends in what stands at a place, or before it. */
const END = /^ |[.!?](?: [^a-z]|$)/;

/** What parts a text that was joined from several, from the coarsest on. */
const JOINTS = [new RegExp(SENTENCE, "g"), /; /g, / · /g, /: /g, /, /g, / \(|\)/g, / – | \/ | \+ /g];

/** Before the number that a name has behind it. */
const NUMBERS = [/ (?=[±<~−-]?\d)/g];

/** "λ_" as it stands where nothing can be typeset (`unsetText`). */
const UNSET = "λ\u202f";

/** A pattern with so many letters of its own goes before the parts of a text. */
const STRONG = 4;

/** Whether each bracket that closes was opened before, and each that opens is closed. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text.match(/[()]/g) ?? []) {
    depth += sign === "(" ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** The most of the first sentences that are a text, in German, and how many they are. */
function mostOf(sentences: readonly string[], said: (text: string) => string | null): [string, number] | null {
  for (let count = sentences.length; count > 0; count--) {
    const german = said(sentences.slice(0, count).join(" "));
    if (german !== null) return [german, count];
  }
  return null;
}

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

  /**
   * By the first pattern whose places hold what the catalogue has as it is; else by the first that matches.
   * @param isWhole a place holds no end of a sentence: the text is as many sentences as the message
   */
  function byPattern(text: string, isStrong: boolean, isWhole = false): string | null {
    patterns ??= patternsOf(words);
    const inGerman = ({ german, written }: Pattern, values: readonly string[]) =>
      withValues(
        german,
        values.map((one, place) => (written.includes(place) ? toWrite(one) : spoken(one))),
      );
    const stop = (text.includes("; ") ? "" : STOP.exec(text)?.[0]) ?? "";
    let likeliest: (() => string) | null = null;
    for (const pattern of patterns) {
      if (pattern.weight >= STRONG !== isStrong) continue;
      const isStopped = stop !== "" && pattern.literals.at(-1) !== "" && !text.endsWith(pattern.literals.at(-1) ?? "");
      const values = valuesIn(pattern, isStopped ? text.slice(0, -1) : text);
      if (!values?.every(isBalanced) || (isWhole && values.some((one) => END.test(one)))) continue;
      const german = () => inGerman(pattern, values) + (isStopped ? stop : "");
      if (values.every(isKnown)) return german();
      likeliest ??= german;
    }
    return likeliest?.() ?? null;
  }

  const isKnown = (value: string): boolean => !/\p{L}/u.test(value) || byText(value.trim()) !== null;

  /** Words to be written in a link stay; a phrase about them is one of the catalogue as a whole. */
  const toWrite = (text: string): string => (/ /.test(text) ? (byCatalogue(text) ?? text) : text);

  /** Sentences, the most of them at once that are one text of the catalogue; null where one is unknown. */
  function bySentences(text: string): string | null {
    const sentences = text.split(SENTENCE);
    if (sentences.length < 2) return null;
    const german: string[] = [];
    for (let from = 0; from < sentences.length; ) {
      const [one, count] = mostOf(sentences.slice(from), byText) ??
        mostOf(sentences.slice(from), byCatalogue) ?? [found(sentences[from] ?? ""), 1];
      if (one === null) return null;
      german.push(one);
      from += count;
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
        const joined = before === "" || byCatalogue(part) !== null ? null : byCatalogue(before + part);
        if (joined !== null) return joined;
        const alone = found(part);
        return alone === null ? null : before + alone;
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
    const stop = STOP.exec(text)?.[0];
    if (stop) {
      const rest = found(text.slice(0, -1));
      return rest && rest + stop;
    }
    const first = text[0] ?? "";
    const other = (first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase()) + text.slice(1);
    return Object.hasOwn(words, other) ? (words[other] ?? null) : null;
  }

  /** As the catalogue has it, but for numbers and elements. */
  const byText = (text: string): string | null =>
    Object.hasOwn(words, text) ? (words[text] ?? null) : (bySkeleton(text, VALUE) ?? bySkeleton(text, ELEMENT));

  const byCatalogue = (text: string): string | null => byText(text) ?? byPattern(text, true, true);

  /** A text that is in the catalogue without the elements beside it. */
  function besideElements(text: string): string | null {
    const [, begin = "", inner = "", end = ""] = BESIDE.exec(text) ?? [];
    const german = begin === "" && end === "" ? null : found(inner);
    return german === null ? null : begin + german + end;
  }

  /** null: there is no translation of any part of it. */
  function found(whole: string): string | null {
    const [, begin = "", text = "", end = ""] = AROUND.exec(whole) ?? [];
    if (!/\p{L}/u.test(text)) return null;
    const isUnset = text.includes(UNSET);
    const one = text.replaceAll(UNSET, "λ_").replace(/\s+/g, " ");
    const german =
      byText(one) ??
      bySentences(one) ??
      byPattern(one, true) ??
      byLikeness(one) ??
      byParts(one, JOINTS) ??
      byPattern(one, false) ??
      byParts(one, NUMBERS) ??
      besideElements(one);
    return german === null ? null : begin + (isUnset ? german.replaceAll("λ_", UNSET) : german) + end;
  }

  function unknown(text: string): string {
    if (missed && /\p{L}{2}/u.test(text)) missed(text.trim());
    return germanNumbers(text);
  }

  return spoken;
}
