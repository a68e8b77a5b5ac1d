import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type GivenProblem, givenSchema } from "../../config/experiment/experiment";
import { allNumbers } from "../data/inputs";
import type { LayerSpec } from "../nn/layerSpec";
import { TaskError } from "../taskError";
import { createGiven } from "./given";
import { fromTraceOrder, toTraceOrder, traceOrders } from "./traceOrder";

const NEEDS = { steps: 1, fsdBatches: false, targetNoise: false };

/** A convolution and a dense layer on 3×4 images with 2 channels; every weight and pixel tells its place in the file. */
function convProblem(): GivenProblem {
  const pixel = (n: number) => Array.from({ length: 2 * 3 * 4 }, (_, i) => 100 * n + i);
  return {
    layers: [
      { kind: "conv", channels: 2, outputs: 3, kernel: 2, activation: "relu", pool: 1 },
      { kind: "dense", inputs: 18, outputs: 2, activation: "linear", bias: true },
    ],
    loss: "softmaxCrossEntropy",
    x: [pixel(0), pixel(1)],
    xShape: [2, 3, 4],
    y: [0, 1],
    initialParams: [
      Array.from({ length: 3 }, (_, out) => Array.from({ length: 9 }, (_, i) => 100 * out + i)),
      Array.from({ length: 2 }, (_, out) => Array.from({ length: 19 }, (_, i) => 100 * out + i)),
    ],
    batches: [[1, 0]],
  };
}

describe("createGiven", () => {
  it("turns images and columns from channel, row, column to row, column, channel", () => {
    const { task } = createGiven(convProblem(), NEEDS);
    expect(task.inputShape).toEqual([3, 4, 2]);
    // Image 1, row 2, column 3: the file has channel 0 at 0·12 + 2·4 + 3 = 11 and channel 1 at 12 + 11 = 23.
    const at = ((1 * 3 + 2) * 4 + 3) * 2;
    expect(Array.from(allNumbers(task.train.x).subarray(at, at + 2))).toEqual([111, 123]);
    const [conv, dense] = task.initialParams;
    // Output 2 of the convolution: positions (0,0) (0,1) (1,0) (1,1), channels 0 and 1 of each, then the bias.
    expect(Array.from(conv?.subarray(18, 27) ?? [])).toEqual([200, 204, 201, 205, 202, 206, 203, 207, 208]);
    // The dense layer reads a 2×3 map of 3 channels: the first position's channels lie 6 apart in the file.
    expect(Array.from(dense?.subarray(19, 23) ?? [])).toEqual([100, 106, 112, 101]);
    expect(dense?.[37]).toBe(118);
  });

  it("gives weights back in the order of the file", () => {
    const given = convProblem();
    const { task } = createGiven(given, NEEDS);
    const back = toTraceOrder(task, task.initialParams);
    expect(back.map((weights) => Array.from(weights))).toEqual(given.initialParams.map((rows) => rows.flat()));
    expect(fromTraceOrder(task, back)).toEqual(task.initialParams);
  });

  it("leaves dense networks as they are, with and without bias", () => {
    const layers: LayerSpec[] = [
      { kind: "dense", inputs: 3, outputs: 2, activation: "linear", bias: false },
      { kind: "dense", inputs: 2, outputs: 1, activation: "linear", bias: true },
    ];
    expect(traceOrders({ layers, inputShape: [3] }).map(({ columns }) => Array.from(columns))).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
  });

  it.each([
    ["mlp-regression", 64],
    ["mlp-classification", 32],
  ])("takes %s.json as it is", (name, size) => {
    const path = join(import.meta.dirname, "../training/fixtures", `${name}.json`);
    const { given } = JSON.parse(readFileSync(path, "utf8")).config as { given: GivenProblem };
    const { task, feed } = createGiven(givenSchema.parse(given), { steps: 50, fsdBatches: true, targetNoise: true });
    expect(task.train.count).toBe(256);
    expect(feed.batchSize).toBe(size);
    expect(Array.from(feed.batch(49))).toEqual(given.batches[49]);
    expect(Array.from(feed.fsdBatch(0))).toEqual(given.fsdBatches?.[0]);
    expect(feed.targetNoise(49).length).toBe(size);
    expect(task.initialParams[0]?.[0]).toBe(Math.fround(given.initialParams[0]?.[0]?.[0] as number));
    expect(() => feed.batch(50)).toThrow(/batches has no entry for step 50; it has 50/);
  });

  it.each([
    [
      "targets beyond 1",
      [
        [0, 1.5],
        [1, 1],
      ],
      [
        [
          [0.5, 0.5],
          [0.5, 0.5],
        ],
      ],
      /y\[0\] must be 2 numbers from 0 to 1/,
    ],
    [
      "classes for targets",
      [0, 1],
      [
        [
          [0.5, 0.5],
          [0.5, 0.5],
        ],
      ],
      /y\[0\] must be 2 numbers from 0 to 1/,
    ],
    [
      "one draw an example",
      [
        [0, 1],
        [1, 0.5],
      ],
      [[0.5, 0.5]],
      /targetNoise\[0\] must hold .* \[batch\]\[2\]/,
    ],
    [
      "draws from 1 on",
      [
        [0, 1],
        [1, 0.5],
      ],
      [
        [
          [0.5, 1],
          [0.5, 0.5],
        ],
      ],
      /targetNoise\[0\] must hold uniform draws/,
    ],
  ])("refuses %s for sigmoid cross-entropy", (_, y, targetNoise, message) => {
    const given = { ...convProblem(), loss: "sigmoidCrossEntropy", y, targetNoise } as GivenProblem;
    expect(() => createGiven(given, NEEDS)).toThrow(message);
  });

  it.each<[string, (given: GivenProblem) => void, Partial<typeof NEEDS>, RegExp]>([
    ["weights of another shape", (g) => g.initialParams[0]?.pop(), {}, /initialParams\[0\] must have 3 rows of 9/],
    ["a row too short", (g) => g.x[1]?.pop(), {}, /x\[1\] has 23 numbers; xShape says 24/],
    ["a class beyond the outputs", (g) => Object.assign(g, { y: [0, 2] }), {}, /y\[1\] must be a class from 0 to 1/],
    ["vectors for classes", (g) => Object.assign(g, { y: [[0], [1]] }), {}, /y\[0\] must be a class/],
    ["a batch beyond the rows", (g) => g.batches[0]?.push(2), {}, /batches\[0\] names a row beyond 1/],
    ["fewer batches than steps", () => {}, { steps: 3 }, /batches has 1 batches for 3 steps/],
    ["no B′ for APO", () => {}, { fsdBatches: true }, /fsdBatches is missing/],
    ["no noise for KFAC", () => {}, { targetNoise: true }, /targetNoise is missing/],
    [
      "noise for another batch",
      (g) => Object.assign(g, { targetNoise: [[0.5]] }),
      {},
      /targetNoise\[0\] must hold uniform/,
    ],
    [
      "layers that do not meet",
      (g) => Object.assign(g.layers[1] as object, { inputs: 17 }),
      {},
      /layers\[1\] takes 17 inputs; it gets 18/,
    ],
    [
      "a kernel larger than the image",
      (g) => Object.assign(g.layers[0] as object, { kernel: 5 }),
      {},
      /leaves nothing/,
    ],
    ["flat inputs for a convolution", (g) => Object.assign(g, { xShape: [24] }), {}, /layers\[0\] takes 2 channels/],
  ])("names the place of %s", (_, spoil, needs, message) => {
    const given = convProblem();
    spoil(given);
    const make = () => createGiven(given, { ...NEEDS, ...needs });
    expect(make).toThrow(TaskError);
    expect(make).toThrow(message);
  });
});
