import { textOfTokens } from "../../config/formulas/wordPieces";
import type { TranslationsPicture } from "../../config/tables/taskPicture";
import type { FittedRunModel } from "./fitSelectors";

/** What a run says of one text; "" where it says nothing. */
export interface TranslatedText {
  text: string;
  /** Word for word what a person wrote. */
  isSame: boolean;
}

/** A run among the translations. */
export interface TranslatingRunModel extends FittedRunModel {
  /** One for each text; null before the first. The same array for the same prediction. */
  answers: readonly TranslatedText[] | null;
  /** BLEU when it was measured last, 0…100, with its step; null before the first measurement. */
  bleu: { score: number; step: number } | null;
}

const answerCache = new WeakMap<Float32Array, readonly TranslatedText[]>();

/** The answers that a prediction spells. */
export function answersOf(
  { targets, tokens, limit }: TranslationsPicture,
  values: Float32Array,
): readonly TranslatedText[] {
  const known = answerCache.get(values);
  if (known) return known;
  const answers = targets.map((target, row): TranslatedText => {
    const text = textOfTokens(tokens, values.subarray(row * limit, (row + 1) * limit));
    return { text, isSame: text === target };
  });
  answerCache.set(values, answers);
  return answers;
}
