import { tokens13a } from "./tokens13a";

/** Longest n-grams that are counted. */
const ORDERS = 4;

/** Corpus BLEU, and what it was made from; index n − 1 is of the n-grams. */
export interface BleuScore {
  /** 0…100. */
  score: number;
  /** n-grams of the hypotheses that their references have too, each at most as often as there. */
  matches: readonly number[];
  /** n-grams of the hypotheses. */
  totals: readonly number[];
  /** Percent. An order without a match counts as if it had 1/2 of one, the next such order 1/4, and so on ("exp"). */
  precisions: readonly number[];
  /** exp(1 − reference / hypothesis) where the hypotheses are shorter, else 1. */
  brevityPenalty: number;
  /** Tokens of all hypotheses, and of all references. */
  hypothesisLength: number;
  referenceLength: number;
}

/** How often each n-gram of this order stands in the words. */
function countGrams(words: readonly string[], order: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let from = 0; from + order <= words.length; from++) {
    // No token has a space in it, so two n-grams never read alike.
    const gram = words.slice(from, from + order).join(" ");
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** Precisions in percent with sacrebleu's smoothing `exp` (Chen and Cherry 2014, method 3). None where nothing matches. */
function smoothedPrecisions(matches: readonly number[], totals: readonly number[]): number[] {
  const precisions = totals.map(() => 0);
  if (matches.every((count) => count === 0)) return precisions;
  let halving = 1;
  for (const [n, total] of totals.entries()) {
    if (total === 0) break;
    const matched = matches[n] as number;
    if (matched === 0) halving *= 2;
    precisions[n] = matched === 0 ? 100 / (halving * total) : (100 * matched) / total;
  }
  return precisions;
}

/**
 * Corpus BLEU of Papineni et al. (2002) as sacrebleu defines it by default (Post 2018): one reference a line, 13a tokens, case kept, sums over
 * the corpus. 0 where no hypothesis has four tokens, or nothing matches. Throws where the two lists differ in length.
 */
export function corpusBleu(hypotheses: readonly string[], references: readonly string[]): BleuScore {
  if (hypotheses.length !== references.length) {
    throw new Error(`BLEU wants one reference for each hypothesis: ${references.length} for ${hypotheses.length}`);
  }
  const matches = Array<number>(ORDERS).fill(0);
  const totals = Array<number>(ORDERS).fill(0);
  let hypothesisLength = 0;
  let referenceLength = 0;
  for (const [line, hypothesis] of hypotheses.entries()) {
    const words = tokens13a(hypothesis);
    const wanted = tokens13a(references[line] as string);
    hypothesisLength += words.length;
    referenceLength += wanted.length;
    for (let n = 0; n < ORDERS; n++) {
      const known = countGrams(wanted, n + 1);
      for (const [gram, count] of countGrams(words, n + 1)) {
        totals[n] = (totals[n] as number) + count;
        matches[n] = (matches[n] as number) + Math.min(count, known.get(gram) ?? 0);
      }
    }
  }
  const precisions = smoothedPrecisions(matches, totals);
  const brevityPenalty = hypothesisLength < referenceLength ? Math.exp(1 - referenceLength / hypothesisLength) : 1;
  const meanLog = precisions.reduce((sum, precision) => sum + Math.log(precision), 0) / ORDERS;
  const score = brevityPenalty * Math.exp(meanLog);
  return { score, matches, totals, precisions, brevityPenalty, hypothesisLength, referenceLength };
}
