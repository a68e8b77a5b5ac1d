import { UNKNOWN, WORD_END } from "../../config/formulas/wordPieces";

/** Word pieces of one language, after Sennrich et al. (2016): the piece of each token, and the pairs that are joined, in order. */
export interface Vocabulary {
  readonly tokens: readonly string[];
  readonly merges: readonly (readonly [string, string])[];
}

/** Where in the order of merges a pair is joined. No piece has a space in it. */
type Ranks = ReadonlyMap<string, number>;

const pairOf = (left: string, right: string) => `${left} ${right}`;

/** The pair of neighbours that is joined first; null where none is. */
function nextPair(pieces: readonly string[], ranks: Ranks): readonly [string, string] | null {
  let best = Number.POSITIVE_INFINITY;
  let pair: readonly [string, string] | null = null;
  for (let i = 0; i + 1 < pieces.length; i++) {
    const [left, right] = [pieces[i] as string, pieces[i + 1] as string];
    const rank = ranks.get(pairOf(left, right)) ?? Number.POSITIVE_INFINITY;
    if (rank >= best) continue;
    best = rank;
    pair = [left, right];
  }
  return pair;
}

/** The pieces with each such pair joined, from the left. */
function joined(pieces: readonly string[], [left, right]: readonly [string, string]): string[] {
  const result: string[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const isPair = pieces[i] === left && pieces[i + 1] === right;
    result.push(isPair ? left + right : (pieces[i] as string));
    if (isPair) i++;
  }
  return result;
}

/** Cuts text into token ids: words between spaces, punctuation with them, each in pieces of its own. A stranger is `UNKNOWN`. */
export function createEncoder({ tokens, merges }: Vocabulary): (text: string) => number[] {
  const ids = new Map(tokens.map((piece, id) => [piece, id]));
  const ranks: Ranks = new Map(merges.map(([left, right], rank) => [pairOf(left, right), rank]));
  const known = new Map<string, readonly number[]>();
  const encodeWord = (word: string): readonly number[] => {
    let pieces = [...word, WORD_END];
    for (let pair = nextPair(pieces, ranks); pair; pair = nextPair(pieces, ranks)) pieces = joined(pieces, pair);
    return pieces.map((piece) => ids.get(piece) ?? UNKNOWN);
  };
  return (text) =>
    text.split(" ").flatMap((word) => {
      if (word === "") return [];
      const cut = known.get(word) ?? encodeWord(word);
      known.set(word, cut);
      return cut;
    });
}
