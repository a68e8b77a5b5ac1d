import { UNKNOWN, WORD_END } from "../config/formulas/wordPieces";
import type { TranslationsPicture } from "../config/tables/taskPicture";
import { paddedRows } from "../core/text/paddedRows";
import type { WorkerEvent } from "../protocol/messages";

/** Texts of the gallery's own, none of them from the data. */
const PAIRS: readonly (readonly [source: string, target: string])[] = [
  ["Good morning", "Guten Morgen"],
  ["The train leaves at seven.", "Der Zug fährt um sieben."],
  ["Red apples and green pears", "Rote Äpfel und grüne Birnen"],
  ["Window", "Fenster"],
  ["How many stairs lead up to the lighthouse?", "Wie viele Stufen führen auf den Leuchtturm hinauf?"],
  ["It rains.", "Es regnet."],
  ["Steamship company of the Danube", "Donaudampfschifffahrtsgesellschaft"],
  ["Two friends wait in front of the old town hall.", "Zwei Freunde warten vor dem alten Rathaus."],
];

const LIMIT = 16;

/** Every German word is a piece. */
const WORDS = [...new Set(PAIRS.flatMap(([, target]) => target.split(" ")))];
const FIRST = UNKNOWN + 1;
const TOKENS = ["<pad>", "<start>", "<end>", "<unk>", ...WORDS.map((word) => word + WORD_END)];

const PICTURE: TranslationsPicture = {
  kind: "translations",
  languages: { source: { name: "English", tag: "en" }, target: { name: "German", tag: "de" } },
  sources: PAIRS.map(([source]) => source),
  targets: PAIRS.map(([, target]) => target),
  indices: PAIRS.map((_, row) => row),
  tokens: TOKENS,
  limit: LIMIT,
  scored: 200,
  outOf: 435,
};

/** Says a text of so many words at step `share` (0…1) of what is trained: the word of each place. */
type Speak = (words: readonly string[], run: number, row: number, share: number) => readonly string[];

/** More words are right later, and of later runs. Some runs have nothing to say at first. */
const learning: Speak = (words, run, row, share) => {
  if (share === 0) return run % 2 === 0 ? [] : Array(LIMIT).fill("der");
  const skill = 0.35 + 0.14 * (run % 5);
  return words.map((word, at) =>
    ((run * 31 + row * 17 + at * 7) % 10) / 10 < skill
      ? word
      : (WORDS[(run * 5 + row * 3 + at) % WORDS.length] ?? word),
  );
};

/** Nothing but the longest word, as often as there is room. */
const longWinded: Speak = () => Array(LIMIT).fill("Donaudampfschifffahrtsgesellschaft");

const SPEAKERS = { learning, longWinded };

function predictionOf(runs: readonly string[], step: number, experiment: string, speak: Speak, share: number) {
  const values = (run: number) => {
    const rows = PAIRS.map(([, target], row) =>
      speak(target.split(" "), run, row, share).map((word) => {
        const at = WORDS.indexOf(word);
        return at < 0 ? UNKNOWN : FIRST + at;
      }),
    );
    return Float32Array.from(paddedRows(rows, LIMIT).ids);
  };
  return { type: "prediction", experiment, step, runs: runs.map((run, i) => ({ run, values: values(i) })) } as const;
}

/** As if the runs of a model translated: their picture, what they say at first and at last, and BLEU where they were evaluated. */
export const translating =
  (speaker: keyof typeof SPEAKERS) =>
  (events: readonly WorkerEvent[]): readonly WorkerEvent[] => {
    const ready = events.find((event) => event.type === "ready");
    const runs = ready?.runs.map(({ run }) => run) ?? [];
    const last = Math.max(0, ...events.flatMap((event) => (event.type === "rows" ? [event.step] : [])));
    const speak = SPEAKERS[speaker];
    const said = (step: number, share: number) =>
      ready ? [predictionOf(runs, step, ready.experiment, speak, share)] : [];
    const changed = events.flatMap((event): WorkerEvent[] => {
      if (event.type === "prediction") return [];
      if (event.type === "ready") return [{ ...event, picture: PICTURE }, ...said(0, 0)];
      if (event.type !== "evaluation") return [event];
      const { evaluation } = event;
      const testMetric = evaluation.step === 0 ? 0 : 32 * Math.exp(-evaluation.testMetric);
      return [{ ...event, evaluation: { ...evaluation, testMetric } }];
    });
    return last === 0 ? changed : [...changed, ...said(last, 1)];
  };
