import { createEncoder, type Vocabulary } from "../text/wordPieces";
import { corruptFile, readJson, readText } from "./datasets";
import type { ReadFile, ReportProgress } from "./readFile";

const FOLDER = "translation";
const PAIRS = `${FOLDER}/en-de.tsv`;
const HEAD = "split\tsource\ttarget";

/** Tokens that a side may have beside start and end. */
export const MOST_TOKENS = 16;

/** A text and its translation, also as token ids without start and end. */
export interface SentencePair {
  source: string;
  target: string;
  sourceIds: readonly number[];
  targetIds: readonly number[];
}

/** English texts with their German translations, as far as both sides have at most `MOST_TOKENS` tokens. */
export interface SentencePairs {
  train: readonly SentencePair[];
  test: readonly SentencePair[];
  /** Pieces of English, and of German. */
  source: Vocabulary;
  target: Vocabulary;
}

/** Columns of a line of the table. Throws `TaskError` naming the line. */
function columnsOf(line: string, index: number): [split: string, source: string, target: string] {
  const [split, source, target, ...others] = line.split("\t");
  if (!split || !source || !target || others.length > 0) {
    throw corruptFile(PAIRS, `Line ${index + 2} is not a split, a text and its translation between tabs.`);
  }
  return [split, source, target];
}

/** Reads the pairs and cuts them into word pieces. Throws `TaskError` naming the file and the line. */
export async function readSentencePairs(readFile: ReadFile, report: ReportProgress): Promise<SentencePairs> {
  report(0, "English and German texts");
  const vocabularyOf = (language: string) =>
    readJson(readFile, `${FOLDER}/bpe-${language}.json`, (schemas) => schemas.vocabularySchema);
  const [text, source, target] = await Promise.all([readText(readFile, PAIRS), vocabularyOf("en"), vocabularyOf("de")]);
  const [head, ...lines] = text.trimEnd().split("\n");
  if (head !== HEAD) throw corruptFile(PAIRS, "Its first line does not name split, source and target.");
  const [encodeSource, encodeTarget] = [createEncoder(source), createEncoder(target)];
  const bySplit = new Map<string, SentencePair[]>();
  let short = 0;
  for (const [index, line] of lines.entries()) {
    const [split, ...sides] = columnsOf(line, index);
    const pair = {
      source: sides[0],
      target: sides[1],
      sourceIds: encodeSource(sides[0]),
      targetIds: encodeTarget(sides[1]),
    };
    if (Math.max(pair.sourceIds.length, pair.targetIds.length) > MOST_TOKENS) continue;
    short += 1;
    const pairs = bySplit.get(split);
    if (pairs) pairs.push(pair);
    else bySplit.set(split, [pair]);
  }
  const [train, test] = [bySplit.get("train") ?? [], bySplit.get("test") ?? []];
  if (train.length === 0 || test.length === 0)
    throw corruptFile(PAIRS, "It has no pairs to train with, or none to test with.");
  report(1, `${short} of ${lines.length} pairs of texts have at most ${MOST_TOKENS} tokens a side`);
  return { train, test, source, target };
}
