import { beforeAll, describe, expect, it } from "vitest";
import { END, PAD, START, UNKNOWN } from "../../config/formulas/wordPieces";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { TASKS } from "../../config/tables/tasks";
import { allNumbers, byteInputs } from "../data/inputs";
import { createCifar10 } from "../tasks/cifar10";
import type { TaskData } from "../tasks/task";
import { createTranslation } from "../tasks/translation/translation";
import { useBackend } from "../testing/forEachBackend";
import { publicData } from "../testing/publicData";
import { cropAt, leaveOut, type Showing } from "./augment";
import { createRace } from "./race";
import { inputRows } from "./rows";

/** Crops of the rows 0 … count − 1 at a step. */
const cropsAt = (seed: number, batch: "batch" | "fsdBatch", step: number, count = 50) =>
  Array.from({ length: count }, (_, row) => cropAt({ seed, batch, step }, row));

describe("a crop", () => {
  it("depends on seed, batch, step and row, and on nothing else", () => {
    const crops = cropsAt(7, "batch", 3);
    const backwards = Array.from({ length: 50 }, (_, i) =>
      cropAt({ seed: 7, batch: "batch", step: 3 }, 49 - i),
    ).reverse();
    expect(backwards).toEqual(crops);
    for (const other of [cropsAt(8, "batch", 3), cropsAt(7, "fsdBatch", 3), cropsAt(7, "batch", 4)])
      expect(other).not.toEqual(crops);
    expect(new Set(crops.map((crop) => JSON.stringify(crop))).size).toBeGreaterThan(30); // of 162, drawn 50 times
  });

  it("has every place of 9 × 9 equally often, and is mirrored in half of the cases", () => {
    const count = 16_200;
    const crops = Array.from({ length: count }, (_, i) =>
      cropAt({ seed: 1, batch: "batch", step: Math.floor(i / 128) }, i % 128),
    );
    const cells = new Map<string, number>();
    for (const { down, right, isMirrored } of crops) {
      const cell = `${down},${right},${isMirrored}`;
      cells.set(cell, (cells.get(cell) ?? 0) + 1);
    }
    expect(cells.size).toBe(162);
    // χ² with 161 degrees of freedom: mean 161, standard deviation √322 = 17.9; five of those
    const chiSquared = [...cells.values()].reduce((sum, seen) => sum + (seen - 100) ** 2 / 100, 0);
    expect(chiSquared).toBeLessThan(161 + 5 * 17.9);
    for (const { down, right } of crops) expect(Math.max(Math.abs(down), Math.abs(right))).toBeLessThanOrEqual(4);
  });
});

describe("a text with gaps", () => {
  const SHOWING: Showing = { seed: 7, batch: "batch", step: 3 };
  /** A row of 500 pieces, as it is shown. */
  const shownOf = (showing: Showing, row = 0) => {
    const tokens = Float32Array.from({ length: 500 }, (_, place) => UNKNOWN + 1 + place);
    leaveOut(tokens, showing, row);
    return [...tokens];
  };

  it("depends on seed, batch, step and row, and on nothing else", () => {
    const shown = shownOf(SHOWING);
    expect(shownOf({ ...SHOWING })).toEqual(shown);
    const others = [shownOf({ ...SHOWING, seed: 8 }), shownOf({ ...SHOWING, batch: "fsdBatch" }), shownOf(SHOWING, 1)];
    for (const other of [...others, shownOf({ ...SHOWING, step: 4 })]) expect(other).not.toEqual(shown);
  });

  it("has a stranger in place of 20 of 100 pieces, and every other piece as it was", () => {
    const shown = Array.from({ length: 40 }, (_, row) => shownOf(SHOWING, row)).flat();
    const gaps = shown.filter((token) => token === UNKNOWN).length;
    // of 20,000: mean 4,000, standard deviation √(20,000·0.2·0.8) = 56.6; five of those
    expect(Math.abs(gaps - 4000)).toBeLessThan(5 * 56.6);
    expect(shown.filter((token, at) => token !== UNKNOWN && token !== UNKNOWN + 1 + (at % 500))).toEqual([]);
  });

  it("keeps its start, its end and what fills it up", () => {
    const tokens = Float32Array.from({ length: 300 }, (_, place) => [PAD, START, END][place % 3] as number);
    const before = [...tokens];
    leaveOut(tokens, SHOWING, 0);
    expect([...tokens]).toEqual(before);
  });
});

describe("a race on texts with gaps", () => {
  beforeAll(() => useBackend("cpu"));

  it("sees other gaps at each step, in B and in B′, and is evaluated on the texts as they are", async () => {
    const options = { ...TASKS.translation.defaultOptions, size: "light" } as const;
    const made = async (augment: "off" | "on") => createTranslation(7, { ...options, augment }, publicData().io);
    const [plain, gapped] = [await made("off"), await made("on")];
    const rows = [0, 1, 2, 3];
    const shown = async (step: number, batch: Showing["batch"]) => {
      const showing = gapped.isAugmented ? { seed: 7, batch, step } : undefined;
      const input = inputRows(gapped.train, rows, gapped.inputShape, showing);
      const numbers = [...(await input.data())];
      input.dispose();
      return numbers;
    };
    const whole = [...allNumbers(plain.train.x).subarray(0, rows.length * 34)];
    const seen = [await shown(0, "batch"), await shown(1, "batch"), await shown(0, "fsdBatch")];
    expect(new Set(seen.map(String)).size).toBe(3);
    for (const numbers of seen) {
      expect(numbers.includes(UNKNOWN)).toBe(true);
      expect(numbers.filter((token, at) => token !== UNKNOWN && token !== whole[at])).toEqual([]);
    }
    expect(allNumbers(gapped.train.x).subarray(0, whole.length)).toEqual(Float32Array.from(whole));
    expect(gapped.test.x).toEqual(plain.test.x);
    expect(plain.isAugmented).toBe(false);
  });
});

describe("a race on augmented images", () => {
  beforeAll(() => useBackend("cpu"));

  const hyperparams = { ...hyperparamDefaults("sgd"), learningRate: 0 };
  /** One image of two classes, 9 × 9 and of one channel, 16 times: only a crop can tell two rows apart. */
  const task = (isAugmented: boolean): TaskData => {
    const image = Array.from({ length: 81 }, (_, i) => (i * 37) % 256);
    const split = () => ({
      x: byteInputs(
        Uint8Array.from({ length: 16 * 81 }, (_, i) => image[i % 81] as number),
        [{ mean: 127, deviation: 74 }],
      ),
      y: new Int32Array(16),
      count: 16,
    });
    return {
      inputShape: [9, 9, 1],
      train: split(),
      test: split(),
      layers: [{ kind: "dense", inputs: 81, outputs: 2, activation: "linear", bias: true }],
      loss: "softmaxCrossEntropy",
      initialParams: [Float32Array.from({ length: 2 * 82 }, (_, i) => Math.sin(i))],
      picture: { kind: "none" },
      isAugmented,
    };
  };
  const lossesOf = async (isAugmented: boolean, seed = 7) => {
    const runs = [{ run: "sgd", optimizer: "sgd" as const, hyperparams }];
    const race = createRace(task(isAugmented), { seed, batchSize: 4, steps: 8, runs });
    try {
      for (let step = 0; step < 8; step++) await race.takeStep();
      const [rows] = await race.readRows();
      return { train: rows?.columns.trainLoss ?? [], evaluation: await race.evaluate("sgd") };
    } finally {
      race.dispose();
    }
  };

  it("sees other images at each step, the same for the same seed, and tests on the images as they are", async () => {
    const plain = await lossesOf(false);
    const [first, second, other] = [await lossesOf(true), await lossesOf(true), await lossesOf(true, 8)];
    expect(new Set(plain.train).size).toBe(1);
    expect(new Set(first.train).size).toBe(8);
    expect(second).toEqual(first);
    expect(other.train).not.toEqual(first.train);
    expect(first.evaluation).toEqual(plain.evaluation);
  });
});

it("is asked for by the option of the task", async () => {
  const made = (augment: "off" | "on") =>
    createCifar10(7, { ...TASKS.cifar10.defaultOptions, trainImages: 500, augment }, publicData().io);
  expect([(await made("off")).isAugmented, (await made("on")).isAugmented]).toEqual([false, true]);
});
