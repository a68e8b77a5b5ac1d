import * as z from "zod/mini";
import { jsonIn } from "../experiment/jsonFile";
import { ConfigError, type Note, quote } from "../experiment/notes";
import { issueNotes } from "../experiment/schemaIssues";
import { wordsIn } from "./captionWords";

/** The format of a file of scenes. */
const SCENES_FORMAT = "apo-scenes/1";

/** How large a set and its parts may be; a file is measured before it is read. */
export const SCENE_LIMITS = { bytes: 1_000_000, scenes: 100, captionWords: 40, choices: 6 } as const;

/** What can be asked about: η, or the loss of a whole split. */
const ASKED_QUANTITIES = ["learningRate", "trainLoss", "testLoss"] as const;
export type AskedQuantity = (typeof ASKED_QUANTITIES)[number];

const text = (characters: number) => z.string().check(z.minLength(1), z.maxLength(characters));
const step = z.number().check(z.int(), z.minimum(0), z.maximum(1_000_000));

const choiceSchema = z.strictObject({
  says: text(120),
  /** Of a change: the quantity at `to` over that at `from`. */
  atLeast: z.optional(z.number()),
  atMost: z.optional(z.number()),
  /** Of who is lowest: this run. */
  run: z.optional(text(60)),
});

const askSchema = z.strictObject({
  question: text(200),
  /** With `run`: how that run's quantity changes from one step to another. Without: of which of the choices' runs it is lowest at `to`. */
  about: z.strictObject({
    quantity: z.enum(ASKED_QUANTITIES),
    run: z.optional(text(60)),
    from: z.optional(step),
    to: step,
  }),
  choices: z.array(choiceSchema).check(z.minLength(2), z.maxLength(SCENE_LIMITS.choices)),
});

const sceneSchema = z.strictObject({
  /** Query of a link: preset or task, settings, moves at steps, views. */
  state: z.string().check(z.maxLength(2000)),
  /** The step to stand at: 0 where it is left out. */
  step: z.optional(step),
  /** The figure that is shown, by its name in a link. */
  figure: text(20),
  caption: text(400),
  /** For the speaker alone. */
  notes: z.optional(z.string().check(z.maxLength(4000))),
  ask: z.optional(askSchema),
});

const setSchema = z.strictObject({
  format: z.literal(SCENES_FORMAT),
  title: text(120),
  scenes: z.array(sceneSchema).check(z.minLength(1), z.maxLength(SCENE_LIMITS.scenes)),
});

/** A set that is being made: its words may still be none, or too many. */
const draftSchema = z.extend(setSchema, {
  title: z.string(),
  scenes: z.array(z.extend(sceneSchema, { caption: z.string() })),
});

export type SceneAsk = z.output<typeof askSchema>;
export type Scene = z.output<typeof sceneSchema>;
/** A talk: what a file of scenes holds. */
export type SceneSet = z.output<typeof setSchema>;

/** Reads a file of scenes. Throws `ConfigError` with a note for each thing that is wrong, by its place in the file. */
export function sceneSetIn(bytes: Uint8Array, file: string): SceneSet {
  if (bytes.length > SCENE_LIMITS.bytes) throw new ConfigError([setTooLarge(file, bytes.length)]);
  const value = jsonIn(bytes, file);
  const format = typeof value === "object" && value !== null && "format" in value ? value.format : undefined;
  if (format !== SCENES_FORMAT) throw new ConfigError([notScenes(file, format)]);
  const result = setSchema.safeParse(value);
  if (!result.success) throw new ConfigError(issueNotes(result.error, value, `${file} is wrong at `, REMEDY));
  const notes = result.data.scenes.flatMap((scene, at) => faultsOfScene(scene, `${file} is wrong at scenes.${at}`));
  if (notes.length > 0) throw new ConfigError(notes);
  return result.data;
}

/** A set as it was left while it was made; null of a text that is none. */
export function draftIn(text: string): SceneSet | null {
  try {
    return draftSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null; // no JSON
  }
}

/** A set as a file. */
export const sceneDocument = (set: SceneSet): string => `${JSON.stringify(set, null, 2)}\n`;

/** What to say of a file that is not read for its size. */
export const setTooLarge = (file: string, bytes: number): Note => ({
  title: `${file} is too large`,
  detail: `It has ${bytes} bytes; at most ${SCENE_LIMITS.bytes} are read.`,
  remedy: "Leave out scenes, or shorten their notes.",
});

const REMEDY = "Correct it: docs/embedding.md has the format.";

const notScenes = (file: string, format: unknown): Note => ({
  title: `${file} holds no scenes`,
  detail: `Its format is ${quote(format ?? "none")}. Allowed: ${SCENES_FORMAT}.`,
  remedy: "Choose a file that was saved under Scenes.",
});

/** What does not fit together in a scene, beside its types. */
function faultsOfScene({ caption, ask }: Scene, place: string): Note[] {
  const notes: Note[] = [];
  const wrong = (at: string, detail: string) => notes.push({ title: `${place}.${at}`, detail, remedy: REMEDY });
  const words = wordsIn(caption);
  if (words > SCENE_LIMITS.captionWords)
    wrong("caption", `It has ${words} words. Allowed: ${SCENE_LIMITS.captionWords} at most.`);
  if (!ask) return notes;
  const { run, from, to } = ask.about;
  if (run !== undefined && (from === undefined || from >= to))
    wrong("ask.about.from", `Found ${quote(from ?? "nothing")}. Allowed: a step before ${to}.`);
  for (const [at, choice] of ask.choices.entries()) {
    const isChange = choice.atLeast !== undefined || choice.atMost !== undefined;
    if (run !== undefined && !isChange)
      wrong(`ask.choices.${at}`, "A choice about one run needs atLeast, atMost or both.");
    if (run === undefined && choice.run === undefined)
      wrong(`ask.choices.${at}`, "A choice about which run is lowest needs the name of its run.");
  }
  return notes;
}
