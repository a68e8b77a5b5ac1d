import { formatBleu } from "../words/format";
import type { TableText } from "../words/tableText";
import type { TranslatingRunModel } from "./translationsModel";
import type { TranslationsModel } from "./translationsSelectors";

/** What stands for an answer of no words. */
export const NO_WORDS = "no words";

/** "12.3", and where it was measured at another step than the newest: "12.3 at 40". */
export function bleuText({ bleu }: TranslatingRunModel, newest: number | null): string {
  if (!bleu) return "–";
  const score = formatBleu(bleu.score);
  return bleu.step === newest ? score : `${score} at ${bleu.step}`;
}

/** "8 held-out texts, the German of a person, and what each run says at step 50". */
export function translationsNote({ picture: { sources, languages }, when }: TranslationsModel): string {
  const said = when === null ? "" : ` ${when}`;
  return `${sources.length} held-out texts, a person's ${languages.target.name}, and what each run says${said}`;
}

/** "BLEU of 200 held-out pairs at step 50"; null before the first. */
export const bleuNote = ({ scored }: TranslationsModel): string | null =>
  scored && `BLEU of ${scored.pairs} held-out pairs at step ${scored.step}`;

/** The translations in a sentence: how many each run has word for word, and its BLEU. */
export function translationsSummary(model: TranslationsModel): string {
  const { picture, runs, when, scored } = model;
  const { source, target } = picture.languages;
  const texts = `${picture.sources.length} ${source.name} texts with their ${target.name} translations`;
  if (when === null) return `${texts}; no run has translated them yet.`;
  const same = runs.flatMap(({ name, answers }) =>
    answers ? `${name}: ${answers.filter(({ isSame }) => isSame).length}` : [],
  );
  const scores = runs.flatMap((run) => (run.bleu ? `${run.name}: ${bleuText(run, scored?.step ?? null)}` : []));
  const bleu = scores.length > 0 ? ` ${bleuNote(model)}. ${scores.join("; ")}.` : "";
  return `${texts}, and how many each run has word for word ${when}. ${same.join("; ")}.${bleu}`;
}

/** Every text with its translation and what each run that has answered says. */
export function translationsTable({ picture, runs }: Pick<TranslationsModel, "picture" | "runs">): TableText {
  const answering = runs.flatMap(({ name, answers }) => (answers ? { name, answers } : []));
  const { source, target } = picture.languages;
  return {
    caption: "Translations by text and run",
    titles: [source.name, target.name, ...answering.map(({ name }) => name)],
    rows: picture.sources.map((text, row) => ({
      key: row,
      head: text,
      cells: [picture.targets[row] ?? "", ...answering.map(({ answers }) => answers[row]?.text || NO_WORDS)],
      languages: [
        source.tag,
        target.tag,
        ...answering.map(({ answers }) => (answers[row]?.text ? target.tag : undefined)),
      ],
    })),
  };
}
