import { tensor2d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createModel } from "../nn/chain";
import { LOSSES } from "../nn/losses";
import type { TaskData } from "../tasks/task";
import { useBackend } from "../testing/forEachBackend";
import { evaluate } from "./evaluate";
import { predict } from "./predict";
import { argMax, score } from "./score";

describe("score", () => {
  it("is the mean half squared error and its root mean square for regression", () => {
    // two examples with two outputs, errors 1, 2, 0, 3: Σ/2 = 7, over 2 examples 3.5; RMSE √(14/4)
    const { loss, metric } = score("squaredError", Float32Array.of(1, 2, 5, 3), Float32Array.of(0, 0, 5, 0), 2);
    expect(loss).toBeCloseTo(3.5, 12);
    expect(metric).toBeCloseTo(Math.sqrt(14 / 4), 12);
  });

  it("is the mean cross-entropy and the accuracy for classification", () => {
    // p = (1/2, 1/2) for class 1, and (3/4, 1/4) for class 0; equal outputs count as the first class
    const outputs = Float32Array.of(0, 0, Math.log(3), 0);
    const { loss, metric } = score("softmaxCrossEntropy", outputs, Int32Array.of(1, 0), 2);
    expect(loss).toBeCloseTo((Math.log(2) + Math.log(4 / 3)) / 2, 6);
    expect(metric).toBe(0.5);
  });

  it("does not overflow on a confident wrong answer", () => {
    expect(score("softmaxCrossEntropy", Float32Array.of(0, 1000), Int32Array.of(0), 1).loss).toBe(1000);
  });

  it("is the mean Bernoulli cross-entropy over the sum of outputs, and the RMSE of the probabilities, for sigmoid", () => {
    // p = 3/4 for y = 1, 1/2 for y = 1/4; then certain and right, certain and wrong
    const outputs = Float32Array.of(Math.log(3), 0, 800, -800);
    const targets = Float32Array.of(1, 0.25, 1, 1);
    const { loss, metric } = score("sigmoidCrossEntropy", outputs, targets, 2);
    expect(loss).toBeCloseTo((Math.log(4 / 3) + Math.log(2) + 0 + 800) / 2, 5);
    expect(metric).toBeCloseTo(Math.sqrt((0.25 ** 2 + 0.25 ** 2 + 0 + 1) / 4), 6);
  });

  it("breaks ties for the first", () => expect(argMax([1, 3, 3, 2])).toBe(1));
});

describe("a network on the host", () => {
  beforeAll(() => useBackend("wasm"));

  const problem = {
    model: createModel([{ kind: "dense", inputs: 1, outputs: 1, activation: "linear", bias: true }], [1]),
    loss: LOSSES.squaredError,
  };
  const trained = () => ({ params: [tensor2d([[2, 1]])], averages: [] }); // f(x) = 2x + 1
  const ramp = (count: number) => Float32Array.from({ length: count }, (_, i) => i / 1000);
  const task = (count: number, picture: TaskData["picture"] = { kind: "none" }): TaskData => ({
    inputShape: [1],
    train: { x: ramp(count), y: new Float32Array(count).fill(1), count },
    test: { x: ramp(3), y: Float32Array.of(1, 1, 1), count: 3 },
    layers: [],
    loss: "squaredError",
    initialParams: [],
    picture,
  });

  it("is measured over all chunks of a split, and over at most 1,000 training examples", async () => {
    // error 2x with x = i/1000: ½·4·Σ(i/1000)²/n = 2·(n − 1)(2n − 1)/6 / 1e6
    const expected = (n: number) => (2 * (n - 1) * (2 * n - 1)) / 6 / 1e6;
    const few = await evaluate(problem, trained(), task(600), { step: 12, isEnd: false });
    expect(few.step).toBe(12);
    expect(few.trainLoss).toBeCloseTo(expected(600), 5);
    expect((await evaluate(problem, trained(), task(1500), { step: 0, isEnd: false })).trainLoss).toBeCloseTo(
      expected(1000),
      5,
    );
    expect(few.testLoss).toBeCloseTo(expected(3), 8);
    expect(few.testMetric).toBeCloseTo(Math.sqrt(2 * expected(3)), 6);
  });

  it("lets the caller breathe between chunks of 250", async () => {
    let breaths = 0;
    await evaluate(problem, trained(), task(600), { step: 0, isEnd: false }, async () => {
      breaths++;
    });
    expect(breaths).toBe(3 + 1); // ⌈600/250⌉ on the training split, one on the test split
  });

  it("draws its function on the grid", async () => {
    const none = new Float32Array(0);
    const gridX = Float32Array.of(-1, 0, 2);
    const picture = { kind: "function", trainX: none, trainY: none, testX: none, testY: none, gridX } as const;
    expect(Array.from(await predict(problem, trained(), task(3, picture)))).toEqual([-1, 1, 5]);
    expect(await predict(problem, trained(), task(3))).toHaveLength(0);
  });

  it("answers what a parity picture asks, every output of each, for other inputs than the task's", async () => {
    const model = createModel([{ kind: "dense", inputs: 2, outputs: 3, activation: "linear", bias: false }], [2]);
    const weights = [
      tensor2d([
        [1, 0],
        [0, 2],
        [3, 4],
      ]),
    ];
    const quantity = { name: "", mean: 7, deviation: 3 };
    const asked = { inputs: Float32Array.of(1, 0, 0.5, 1), targets: new Float32Array(6), openFrom: 6, outOf: 6 };
    const values = await predict(
      { model, loss: LOSSES.squaredError },
      { params: weights, averages: [] },
      {
        ...task(3, { kind: "parity", points: "entries", quantity, ...asked }),
        inputShape: [2],
      },
    );
    expect(Array.from(values)).toEqual([1, 0, 3, 0.5, 2, 5.5]); // as the network has them, not in their unit
  });

  it("draws its images again, as probabilities of pixels", async () => {
    const form = { width: 1, height: 1, names: ["a", "b"], indices: [0, 2], inputs: Float32Array.of(0, 0.002) };
    const values = await predict(problem, trained(), task(3, { kind: "reconstruction", ...form }));
    // f(x) = 2x + 1 at x = 0 and 0.002
    expect(values).toHaveLength(2);
    expect(values[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 6);
    expect(values[1]).toBeCloseTo(1 / (1 + Math.exp(-1.004)), 6);
  });

  it("draws the probability of the second class on a surface, row by row from the lower bounds", async () => {
    const model = createModel([{ kind: "dense", inputs: 2, outputs: 2, activation: "linear", bias: false }], [2]);
    const swap = [
      tensor2d([
        [0, 0],
        [1, 10],
      ]),
    ]; // second logit x + 10y
    const points = { trainX: new Float32Array(0), trainLabels: new Uint8Array(0) };
    const surface: TaskData["picture"] = { kind: "surface", ...points, bounds: [0, 1, 0, 2], columns: 2, rows: 3 };
    const values = await predict(
      { model, loss: LOSSES.softmaxCrossEntropy },
      { params: swap, averages: [] },
      {
        ...task(3, surface),
        inputShape: [2],
      },
    );
    const logits = [0, 1, 10, 11, 20, 21];
    expect(values).toHaveLength(6);
    for (const [i, logit] of logits.entries()) expect(values[i]).toBeCloseTo(1 / (1 + Math.exp(-logit)), 5);
  });
});
