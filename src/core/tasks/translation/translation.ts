import { END, PAD, START } from "../../../config/formulas/wordPieces";
import type { TranslationsPicture } from "../../../config/tables/taskPicture";
import { TASKS } from "../../../config/tables/tasks";
import { MOST_TOKENS, readSentencePairs, type SentencePair } from "../../data/sentencePairs";
import { stream } from "../../random";
import { paddedRows } from "../../text/paddedRows";
import { initialGraphParams } from "../networks/initGraph";
import { transformer } from "../networks/transformer";
import { withNetwork } from "../networks/withNetwork";
import type { CreateTask, Split } from "../task";

/** A text and its end; a start and the text behind it. */
const LENGTH = MOST_TOKENS + 1;
const SEQUENCES = { source: LENGTH, target: LENGTH, padding: PAD };

/** Held-out texts that the page draws, and pairs that BLEU is measured on while a run trains. */
const DRAWN = 8;
const SCORED = 200;

const WIDTHS = { normal: 64, light: 32 } as const;

/** The pairs in the seed's order. */
function shuffled(seed: number, split: "train" | "test", pairs: readonly SentencePair[]): SentencePair[] {
  const order = stream(seed, `translation.${split}`).permutation(pairs.length);
  return Array.from(order, (at) => pairs[at] as SentencePair);
}

/** Source with its end, then what the decoder reads (teacher forcing), against the target with its end. */
function splitOf(pairs: readonly SentencePair[]): Split {
  const source = paddedRows(
    pairs.map(({ sourceIds }) => [...sourceIds, END]),
    LENGTH,
  );
  const read = paddedRows(
    pairs.map(({ targetIds }) => [START, ...targetIds]),
    LENGTH,
  );
  const said = paddedRows(
    pairs.map(({ targetIds }) => [...targetIds, END]),
    LENGTH,
  );
  const x = new Float32Array(pairs.length * 2 * LENGTH);
  for (let row = 0; row < pairs.length; row++) {
    x.set(source.ids.subarray(row * LENGTH, (row + 1) * LENGTH), row * 2 * LENGTH);
    x.set(read.ids.subarray(row * LENGTH, (row + 1) * LENGTH), (row * 2 + 1) * LENGTH);
  }
  return { x, y: said.ids, count: pairs.length };
}

function pictureOf(test: readonly SentencePair[], tokens: readonly string[]): TranslationsPicture {
  const drawn = test.slice(0, DRAWN);
  return {
    kind: "translations",
    languages: { source: { name: "English", tag: "en" }, target: { name: "German", tag: "de" } },
    sources: drawn.map(({ source }) => source),
    targets: drawn.map(({ target }) => target),
    indices: drawn.map((_, row) => row),
    tokens: [...tokens],
    limit: MOST_TOKENS,
    scored: SCORED,
    outOf: test.length,
  };
}

/** English into German by a Transformer: interface texts of LibreOffice, of at most `MOST_TOKENS` word pieces a side. */
export const createTranslation: CreateTask = async (seed, { size, augment }, { readFile, report }) => {
  const pairs = await readSentencePairs(readFile, report);
  const [train, test] = [shuffled(seed, "train", pairs.train), shuffled(seed, "test", pairs.test)];
  const width = WIDTHS[size];
  const graph = {
    inputShape: [2 * LENGTH],
    sequences: SEQUENCES,
    layers: transformer({
      ...{ width, feedForward: 2 * width, heads: 4, layers: 2, sequences: SEQUENCES },
      sourceVocabulary: pairs.source.tokens.length,
      targetVocabulary: pairs.target.tokens.length,
    }),
  };
  return withNetwork({
    ...graph,
    train: splitOf(train),
    test: splitOf(test),
    loss: TASKS.translation.loss,
    initialParams: initialGraphParams(seed, graph),
    picture: pictureOf(test, pairs.target.tokens),
    isAugmented: augment === "on",
  });
};
