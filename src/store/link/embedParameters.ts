import { type Note, quote } from "../../config/experiment/notes";
import {
  DEFAULT_EMBED,
  EMBED_ACTIONS,
  EMBED_CHARTS,
  EMBED_CONTROLS,
  EMBED_KEYS,
  EMBED_PLAYS,
  EMBED_SCALE,
  type EmbedChoice,
} from "../experiment/embedChoice";
import { EMBED_PARAMETERS } from "./viewParameters";

/** A parameter's text as a value, or undefined where it is none; and its text again. */
interface Parameter<Value> {
  /** What may stand there, in words, and one that does. */
  allowed: string;
  example: string;
  read(text: string): Value | undefined;
  write(value: Value): string;
}

type Parameters = { [Name in keyof EmbedChoice]: Parameter<EmbedChoice[Name]> };

const MOST_LETTERS = 300;

const oneOf = <Word extends string>(words: readonly Word[]): Parameter<Word> => ({
  allowed: words.join(", "),
  example: words.at(-1) ?? "",
  read: (text) => words.find((word) => word === text.toLowerCase()),
  write: (word) => word,
});

/** Any of some words, in the order of the link, each once; the words that are none are left out with a note. */
const anyOf = <Word extends string>(words: readonly Word[], none: string): Parameter<readonly Word[]> => ({
  allowed: `any of ${words.join(", ")}${none && `, or ${none}`}`,
  example: words.slice(0, 2).join(","),
  read(text) {
    const list = text
      .toLowerCase()
      .split(/[,\s]+/)
      .filter(Boolean);
    if (none && list.join() === none) return [];
    const known = list.filter((word): word is Word => words.some((one) => one === word));
    return known.length === list.length && known.length > 0 ? [...new Set(known)] : undefined;
  },
  write: (list) => list.join(",") || none,
});

/** Text that a pattern holds, or null for none. */
const text = (allowed: string, example: string, pattern: RegExp): Parameter<string | null> => ({
  allowed,
  example,
  read: (given) => (given.length <= MOST_LETTERS && pattern.test(given) ? given : undefined),
  write: (value) => value ?? "",
});

const COLOUR = /^(#?([0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]{3,24})$/i;
const colour = text("a name of CSS, transparent, or a number such as #f6f7f8", "%23f6f7f8", COLOUR);
const STARTS = ["recorded", "empty"] as const;
const ANY_TEXT = /\S/;
const ORIGIN = /^https?:\/\/[\w.-]+(:\d{1,5})?$|^null$/i;

/** The parameters of an embed, by their names in links and attributes. */
const PARAMETERS: Parameters = {
  charts: anyOf(EMBED_CHARTS, ""),
  controls: anyOf(EMBED_CONTROLS, "none"),
  play: oneOf(EMBED_PLAYS),
  start: {
    allowed: "recorded, empty, or step: and a number",
    example: "step:120",
    read(given) {
      const [, step] = /^step:(\d{1,7})$/.exec(given) ?? [];
      return step === undefined ? STARTS.find((word) => word === given) : Number(step);
    },
    write: (start) => (typeof start === "number" ? `step:${start}` : (start ?? "")),
  },
  trace: text("an address of up to 300 letters", "runs/mine.json", /^[^\s:]+$|^https?:\/\/\S+$/i),
  background: colour,
  accent: colour,
  font: text("names of fonts between commas", "Georgia,serif", /^[\p{L}\d _.,-]+$/u),
  caption: text(`text of up to ${MOST_LETTERS} letters`, "Momentum", ANY_TEXT),
  title: text(`text of up to ${MOST_LETTERS} letters`, "Momentum", ANY_TEXT),
  scale: {
    allowed: `a number from ${EMBED_SCALE.min} to ${EMBED_SCALE.max}`,
    example: "2",
    read: (given) => (Number(given) >= EMBED_SCALE.min && Number(given) <= EMBED_SCALE.max ? Number(given) : undefined),
    write: String,
  },
  group: text("a name of letters, digits, - and _", "a", /^[\w-]{1,40}$/),
  keys: oneOf(EMBED_KEYS),
  actions: anyOf(EMBED_ACTIONS, "none"),
  origins: {
    allowed: "origins between commas",
    example: "https://example.org",
    read(given) {
      const list = given.split(/[,\s]+/).filter(Boolean);
      return list.length > 0 && list.every((origin) => ORIGIN.test(origin)) ? list : undefined;
    },
    write: (list) => list.join(","),
  },
};

type Name = keyof EmbedChoice;

const NAMES: readonly Name[] = ["scale", ...EMBED_PARAMETERS];

/** Reads them; one that cannot be used is left at its default, with a note. */
export function readEmbed(parameters: URLSearchParams, notes: Note[]): EmbedChoice {
  const read = (name: Name): [Name, unknown] => {
    const given = parameters.get(name);
    const parameter = PARAMETERS[name] as Parameter<unknown>;
    const value = given === null ? DEFAULT_EMBED[name] : parameter.read(given.trim());
    if (value !== undefined) return [name, value];
    notes.push({
      title: `${name} is ${quote(given)}`,
      detail: `Allowed: ${parameter.allowed}. It is left out.`,
      remedy: `Write ${name}=${parameter.example}, say.`,
    });
    return [name, DEFAULT_EMBED[name]];
  };
  return Object.fromEntries(NAMES.map(read)) as unknown as EmbedChoice;
}

/** The inverse: a name and text for each that differs from the default. */
export function writeEmbed(choice: EmbedChoice): [string, string][] {
  const written = (name: Name, value: unknown) => (PARAMETERS[name] as Parameter<unknown>).write(value);
  return NAMES.map((name): [string, string] => [name, written(name, choice[name])]).filter(
    ([name, value]) => value !== written(name as Name, DEFAULT_EMBED[name as Name]),
  );
}
