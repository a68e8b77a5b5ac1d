import { beforeAll, describe, expect, it } from "vitest";
import { END, PAD, START, textOfTokens } from "../../../config/formulas/wordPieces";
import { DEFAULT_TASK_OPTIONS } from "../../../config/tables/taskOptions";
import type { TranslationsPicture } from "../../../config/tables/taskPicture";
import { allNumbers, gatherRows } from "../../data/inputs";
import { publicData } from "../../testing/publicData";
import type { TaskData } from "../task";
import { createTranslation } from "./translation";

const create = (seed: number, size: "normal" | "light" = "normal") =>
  createTranslation(seed, { ...DEFAULT_TASK_OPTIONS, size }, publicData().io);

const parametersOf = ({ initialParams }: TaskData) => initialParams.reduce((sum, { length }) => sum + length, 0);

function pictureOf({ picture }: TaskData): TranslationsPicture {
  if (picture.kind !== "translations") throw new Error(`The picture is ${picture.kind}.`);
  return picture;
}

describe("translation", () => {
  let task: TaskData;
  beforeAll(async () => {
    task = await create(7);
  });

  it("gives the network a source with its end, and what the decoder reads one token behind what it is to say", () => {
    for (const { x: inputs, y, count } of [task.train, task.test]) {
      const x = allNumbers(inputs);
      for (let row = 0; row < count; row++) {
        const [source, read] = [0, 17].map((from) => [...x.subarray(row * 34 + from, row * 34 + from + 17)]);
        const said = [...y.subarray(row * 17, (row + 1) * 17)];
        const length = said.indexOf(END);
        expect(source?.filter((token) => token === END)).toHaveLength(1);
        expect(source?.slice((source?.indexOf(END) ?? 0) + 1).every((token) => token === PAD)).toBe(true);
        expect(read).toEqual([START, ...said.slice(0, length), ...said.slice(length + 1)]);
      }
    }
  });

  it("has about 295,000 numbers to train, and 112,480 where it is light", async () => {
    // embeddings 2 · 1,000 · d; positions 2 · 17 · d; an encoder layer 4 d² + (4 d² + 3 d) + 4 d, a decoder layer 4 d² and 2 d more, twice each; two norms 4 d
    const count = (d: number) => 2034 * d + 2 * (8 * d * d + 7 * d) + 2 * (12 * d * d + 9 * d) + 4 * d;
    expect([parametersOf(task), parametersOf(await create(7, "light"))]).toEqual([count(64), count(32)]);
    expect(count(64)).toBe(296_320);
  });

  it("draws eight held-out texts with their translations, as their tokens spell them", () => {
    const { sources, targets, indices, tokens, limit, scored, outOf } = pictureOf(task);
    expect([sources.length, targets.length, limit, scored, outOf]).toEqual([8, 8, 16, 200, 435]);
    expect(indices).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const { y } = task.test;
    expect(indices.map((row) => textOfTokens(tokens, y.subarray(row * 17, (row + 1) * 17)))).toEqual(targets);
  });

  it("puts the pairs in the order of the seed", async () => {
    const other = await create(8);
    expect(pictureOf(other).sources).not.toEqual(pictureOf(task).sources);
    const ordered = ({ test }: TaskData) =>
      Array.from({ length: test.count }, (_, row) => String(gatherRows(test.x, [row], 34))).sort();
    expect(ordered(other)).toEqual(ordered(task));
  });
});
