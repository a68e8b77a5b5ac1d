/** Tokens that are no text: filling behind a sentence, its start and end, a character outside the alphabet. */
export const PAD = 0;
export const START = 1;
export const END = 2;
export const UNKNOWN = 3;

/** The piece that ends a word, and the end of each piece that does. */
export const WORD_END = "</w>";

/** What a character outside the alphabet is read back as. */
const REPLACEMENT = "\ufffd";

/** The text of token ids up to the first end or filling: words with one space between them. `tokens` holds each id's piece. */
export function textOfTokens(tokens: readonly string[], ids: Iterable<number>): string {
  let text = "";
  for (const id of ids) {
    if (id === END || id === PAD) break;
    if (id === START) continue;
    text += id === UNKNOWN ? REPLACEMENT : (tokens[id] ?? REPLACEMENT);
  }
  return text.replaceAll(WORD_END, " ").trim();
}
