import { SAME_WORDS } from "../../scripts/words/sameWords";
import { pageWords } from "../../scripts/words/sources";
import { GERMAN } from "../../src/config/german/index";
import { patternsOf, valuesIn } from "../../src/config/language/patterns";

/** No word of German, and in most English sentences. */
const ENGLISH =
  /(?<![\p{L}\d_./-])(?:the|of|and|is|are|with|each|not|steps?|this|that|which|from|to|for|by|at|on|no|than|its|it|be|as|has|have|when|where|what|before|or|but|if|then|one|they|there|does|you|your|their|more|only|every|here|now|both|while|until|behind|between|without|into|none|runs?|loss|weights?|seeds?|batch of|shown|drawn|moves?)(?![\p{L}\d_=/-])/iu;

/** Words that a link is written with. */
const TO_WRITE = /Erlaubt: [\w-]+(?:(?:, oder|,| oder) [\w-]+)*/;

/** With so many letters of its own a message with places is no chance likeness. */
const STRONG = 6;

const inGerman = new Set(Object.values(GERMAN));

const MESSAGES = new Set(
  pageWords()
    .flatMap(({ messages }) => messages)
    .filter(
      (text) => GERMAN[text] !== undefined && GERMAN[text] !== text && !inGerman.has(text) && !/\{\d+\}/.test(text),
    ),
);

/** Messages with places, beside what they are in German, so far as those are others. */
const ENGLISH_PATTERNS = patternsOf(GERMAN).filter(
  ({ weight, german }) => weight >= STRONG && !inGerman.has(german.replace(/\{\d+\}/g, "")),
);
const GERMAN_PATTERNS = patternsOf(Object.fromEntries([...inGerman].map((german) => [german, german])));

/** Whether a text of the page is English, or has a sentence or a word of it. */
export function isEnglish(text: string): boolean {
  const plain = text.replaceAll("λ\u202f", "λ_").replace(/\s+/g, " ").replace(TO_WRITE, "").trim();
  if (SAME_WORDS.has(plain)) return false;
  if (MESSAGES.has(plain) || ENGLISH.test(plain)) return true;
  return (
    ENGLISH_PATTERNS.some((pattern) => valuesIn(pattern, plain) !== null) &&
    !GERMAN_PATTERNS.some((pattern) => valuesIn(pattern, plain) !== null)
  );
}
