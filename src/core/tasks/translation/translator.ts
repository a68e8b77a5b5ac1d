import { textOfTokens } from "../../../config/formulas/wordPieces";
import type { TranslationsPicture } from "../../../config/tables/taskPicture";
import { corpusBleu } from "../../text/bleu";
import { paddedRows } from "../../text/paddedRows";
import type { Translator } from "../task";
import { type Speaker, translateRows } from "./translateRows";

/** Translates a task's test pairs, and scores that against the texts that their target tokens spell. */
export function createTranslator(speaker: Speaker, { tokens, limit }: TranslationsPicture): Translator {
  const { split, sequences } = speaker;
  const targetOf = (row: number) => split.y.subarray(row * sequences.target, (row + 1) * sequences.target);
  return {
    translate: async (params, rows) => paddedRows(await translateRows(params, speaker, rows, limit), limit).ids,
    async bleu(params, count, betweenChunks) {
      const rows = Array.from({ length: Math.min(count, split.count) }, (_, row) => row);
      const answers = await translateRows(params, speaker, rows, limit, betweenChunks);
      return corpusBleu(
        answers.map((ids) => textOfTokens(tokens, ids)),
        rows.map((row) => textOfTokens(tokens, targetOf(row))),
      ).score;
    },
  };
}
