import { describe, expect, it } from "vitest";
import { END, PAD, START } from "../../../config/formulas/wordPieces";
import type { Decoder } from "../../nn/decoding";
import { paddedRows } from "../../text/paddedRows";
import { type Speaker, translateRows } from "./translateRows";

const LIMIT = 4;
const LENGTH = LIMIT + 1;
const VOCABULARY = 9;

/** Answers each source with its own tokens, one a step; what it is asked, and how many of its decodings are open. */
function copyingDecoder() {
  const seen = { tokens: [] as number[][], open: 0 };
  const decoder: Decoder = {
    start(_params, sources, count) {
      let step = 0;
      seen.open += 1;
      return {
        async next(tokens) {
          seen.tokens.push([...tokens]);
          const scores = new Float32Array(count * VOCABULARY);
          for (let row = 0; row < count; row++) scores[row * VOCABULARY + (sources[row * LENGTH + step] ?? END)] = 1;
          step += 1;
          return scores;
        },
        dispose() {
          seen.open -= 1;
        },
      };
    },
  };
  return { decoder, seen };
}

/** Sources with their end, and beside each what the decoder would read. */
function speakerOf(sources: readonly (readonly number[])[], decoder: Decoder): Speaker {
  const rows = sources.map((source) => [...paddedRows([source], LENGTH).ids, START]);
  const { ids, count } = paddedRows(rows, 2 * LENGTH);
  return {
    decoder,
    split: { x: Float32Array.from(ids), y: new Int32Array(count * LENGTH), count },
    sequences: { source: LENGTH, target: LENGTH, padding: PAD },
  };
}

const SOURCES = [[4, 5, 6, END], [END], [7, END], [4, 5, 6, 7, END]];

describe("translateRows", () => {
  it("says of each row what the network says token by token, in the order asked for", async () => {
    const { decoder, seen } = copyingDecoder();
    expect(await translateRows([], speakerOf(SOURCES, decoder), [0, 2, 1, 3], LIMIT)).toEqual([
      [4, 5, 6],
      [7],
      [],
      [4, 5, 6, 7],
    ]);
    expect(seen.tokens).toEqual([
      [START, START, START, START],
      [4, 7, PAD, 4], // the third has ended
      [5, PAD, PAD, 5],
      [6, PAD, PAD, 6],
    ]);
    expect(seen.open).toBe(0);
  });

  it("lets others have their turn before each token", async () => {
    let turns = 0;
    const turn = async () => {
      turns += 1;
    };
    await translateRows([], speakerOf(SOURCES, copyingDecoder().decoder), [0], LIMIT, turn);
    expect(turns).toBe(4);
  });

  it("decodes many sources in parts", async () => {
    const { decoder, seen } = copyingDecoder();
    const many = Array.from({ length: 300 }, (_, row) => [4 + (row % 5), END]);
    const answers = await translateRows(
      [],
      speakerOf(many, decoder),
      many.map((_, row) => row),
      LIMIT,
    );
    expect(answers).toEqual(many.map(([token]) => [token]));
    expect(seen.tokens.map(({ length }) => length)).toEqual([256, 256, 44, 44]);
  });

  it("keeps nothing where a step fails", async () => {
    const { decoder, seen } = copyingDecoder();
    const fail = () => Promise.reject(new Error("stopped"));
    await expect(translateRows([], speakerOf(SOURCES, decoder), [0], LIMIT, fail)).rejects.toThrow("stopped");
    expect(seen.open).toBe(0);
  });
});
