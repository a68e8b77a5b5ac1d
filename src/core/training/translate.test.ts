import { memory, type Tensor, tensor2d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { END, PAD, START } from "../../config/formulas/wordPieces";
import type { Problem } from "../optimizers/optimizer";
import { useBackend } from "../testing/forEachBackend";
import { paddedRows } from "../text/paddedRows";
import { translateRows } from "./translate";

const LIMIT = 4;
const SOURCE = LIMIT + 1;
const TARGET = LIMIT + 1;
const VOCABULARY = 9;
const TRAINED = { params: [], averages: [] };
const INPUT_SHAPE = [SOURCE + TARGET];

/** Reads what it is asked and answers with the source's tokens in order, their end among them. */
function copyingProblem(asked: number[][]): Problem {
  const forward = (_params: unknown, input: Tensor) => {
    const x = Array.from(input.dataSync());
    const rows = x.length / (SOURCE + TARGET);
    const scores = new Float32Array(rows * TARGET * VOCABULARY);
    for (let row = 0; row < rows; row++) {
      const tokens = x.slice(row * (SOURCE + TARGET), (row + 1) * (SOURCE + TARGET));
      asked.push(tokens);
      for (let at = 0; at < TARGET; at++) scores[(row * TARGET + at) * VOCABULARY + (tokens[at] ?? END)] = 1;
    }
    return { outputs: tensor2d(scores, [rows * TARGET, VOCABULARY]) };
  };
  return { model: { forward } } as unknown as Problem;
}

const { ids, count } = paddedRows(
  [[4, 5, 6, END], [END], [7, END], [4, 5, 6, 7, END]].map((source) => [
    ...paddedRows([source], SOURCE).ids,
    ...paddedRows([[START]], TARGET).ids,
  ]),
  SOURCE + TARGET,
);
const test = { x: Float32Array.from(ids), y: new Int32Array(count * TARGET), count };

describe("translateRows", () => {
  beforeAll(() => useBackend("wasm"));

  it("says of each row what the network says token by token, from its source alone", async () => {
    const asked: number[][] = [];
    const before = memory().numTensors;
    const task = { test, inputShape: INPUT_SHAPE };
    expect(await translateRows(copyingProblem(asked), TRAINED, task, [0, 2, 1, 3], LIMIT)).toEqual([
      [4, 5, 6],
      [7],
      [],
      [4, 5, 6, 7],
    ]);
    expect(memory().numTensors).toBe(before);
    expect(asked[0]).toEqual([4, 5, 6, END, PAD, START, PAD, PAD, PAD, PAD]);
    expect(asked.at(-1)).toEqual([4, 5, 6, 7, END, START, 4, 5, 6, PAD]);
    expect(asked).toHaveLength(4 + 3 + 2 + 2); // rows that go on in each step
  });

  it("lets others have their turn before each pass", async () => {
    let turns = 0;
    const turn = async () => {
      turns += 1;
    };
    await translateRows(copyingProblem([]), TRAINED, { test, inputShape: INPUT_SHAPE }, [0], LIMIT, turn);
    expect(turns).toBe(4);
  });
});
