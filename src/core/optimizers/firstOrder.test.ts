import { type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { createModel } from "../nn/chain";
import { LOSSES } from "../nn/losses";
import { forEachBackend } from "../testing/forEachBackend";
import { read } from "../testing/numeric";
import { adam, rmsprop, sgd, sgdm } from "./firstOrder";
import type { Batch } from "./optimizer";

/** f = w·x on one example x = (1, 2), y = 0: from w = (1, 1) the gradient is f·x = (3, 6). */
const problem = {
  model: createModel([{ kind: "dense", inputs: 2, outputs: 1, activation: "linear", bias: false }], [2]),
  loss: LOSSES.squaredError,
};
const start = () => [tensor2d([[1, 1]])];
const batch = (): Batch => ({ input: tensor2d([[1, 2]]), target: tensor2d([[0]]), noise: () => tensor2d([[0]]) });
const noFsdBatch = () => {
  throw new Error("A first-order method has no B′.");
};
const weights = (params: readonly Tensor2D[]) => read(params.map((W) => W.clone()));

forEachBackend(() => {
  it("SGD goes down the gradient", async () => {
    const hyperparams = { ...hyperparamDefaults("sgd"), learningRate: 0.1, steps: 1 };
    const optimizer = sgd(problem);
    const begin = optimizer.init(start(), hyperparams);
    const { params, stats } = await optimizer.step(start(), begin, batch(), noFsdBatch, hyperparams);
    const [a, b] = (await weights(params)) as [number, number];
    expect(a).toBeCloseTo(0.7, 6); // 1 − 0.1·3
    expect(b).toBeCloseTo(0.4, 6); // 1 − 0.1·6
    expect(await read(stats.loss)).toEqual([4.5]); // ½·3², before the step
  });

  it("SGDm keeps a share of its last direction", async () => {
    const hyperparams = { ...hyperparamDefaults("sgdm"), learningRate: 0.1, momentum: 0.5, steps: 2 };
    const optimizer = sgdm(problem);
    const first = await optimizer.step(start(), optimizer.init(start(), hyperparams), batch(), noFsdBatch, hyperparams);
    const second = await optimizer.step(first.params, first.state, batch(), noFsdBatch, hyperparams);
    // f = 0.7 + 2·0.4 = 1.5, g = (1.5, 3), m = (3, 6)/2 + g = (3, 6)
    const [a, b] = (await weights(second.params)) as [number, number];
    expect(a).toBeCloseTo(0.4, 6);
    expect(b).toBeCloseTo(-0.2, 6);
  });

  it.each([
    ["fixed", [0.1, 0.1, 0.1, 0.1]],
    ["step", [0.1, 0.1, 0.01, 0.001]],
    ["cosine", [0.1, 0.05 * (1 + Math.SQRT1_2), 0.05, 0.05 * (1 - Math.SQRT1_2)]],
  ] as const)("SGD steps, reports and is drawn with the η of its schedule: %s", async (learningRateSchedule, rates) => {
    const hyperparams = { ...hyperparamDefaults("sgd"), learningRate: 0.1, learningRateSchedule, steps: 4 };
    const optimizer = sgd(problem);
    let state = optimizer.init(start(), hyperparams);
    for (const rate of rates) {
      const result = await optimizer.step(start(), state, batch(), noFsdBatch, hyperparams);
      state = result.state;
      expect(result.stats.learningRate).toBeCloseTo(rate, 12);
      const drawn = await optimizer.preconditionerState(state, hyperparams);
      expect(drawn.kind === "scalar" && drawn.layers[0]?.learningRate).toBeCloseTo(rate, 12);
      const [a] = (await weights(result.params)) as [number, number];
      expect(a).toBeCloseTo(1 - rate * 3, 6); // the gradient from the start is (3, 6)
    }
  });

  it.each([
    ["fixed", [0.1, 0.1, 0.1, 0.1]],
    ["cosine", [0.1, 0.05 * (1 + Math.SQRT1_2), 0.05, 0.05 * (1 - Math.SQRT1_2)]],
  ] as const)("Adam steps and is drawn with the η of its schedule: %s", async (learningRateSchedule, rates) => {
    const hyperparams = { ...hyperparamDefaults("adam"), learningRate: 0.1, learningRateSchedule, steps: 4 };
    const optimizer = adam(problem);
    let state = optimizer.init(start(), hyperparams);
    for (const rate of rates) {
      const result = await optimizer.step(start(), state, batch(), noFsdBatch, hyperparams);
      state = result.state;
      expect(result.stats.learningRate).toBeCloseTo(rate, 12);
      // the gradient from the start is always (3, 6), so that m̂/√v̂ is 1
      for (const weight of await weights(result.params)) expect(weight).toBeCloseTo(1 - rate, 6);
      const drawn = await optimizer.preconditionerState(state, hyperparams);
      expect(drawn.kind === "diagonal" && drawn.layers[0]?.diagonal[0]).toBeCloseTo(rate / 3, 6);
    }
  });

  it("RMSprop divides by the bias-corrected root of ν, and its implied preconditioner maps g to the step", async () => {
    const hyperparams = { ...hyperparamDefaults("rmsprop"), learningRate: 0.1, beta2: 0.5, epsilon: 0.25, steps: 2 };
    const optimizer = rmsprop(problem);
    const first = await optimizer.step(start(), optimizer.init(start(), hyperparams), batch(), noFsdBatch, hyperparams);
    // ν̂ = g²: from (1, 1) to 1 − 0.1·3/3.25 and 1 − 0.1·6/6.25
    const [a, b] = (await weights(first.params)) as [number, number];
    expect(a).toBeCloseTo(1 - 0.3 / 3.25, 6);
    expect(b).toBeCloseTo(1 - 0.6 / 6.25, 6);
    const second = await optimizer.step(first.params, first.state, batch(), noFsdBatch, hyperparams);
    const f = a + 2 * b;
    // ν = (g₁²/4 + g₂²/2), over 1 − 0.5²
    const corrected = [3, 6].map((g, i) => (g ** 2 / 4 + ((i + 1) * f) ** 2 / 2) / 0.75);
    const rates = corrected.map((nu) => 0.1 / (Math.sqrt(nu) + 0.25));
    const [c, d] = (await weights(second.params)) as [number, number];
    expect(c).toBeCloseTo(a - (rates[0] as number) * f, 6);
    expect(d).toBeCloseTo(b - (rates[1] as number) * 2 * f, 6);
    const state = await optimizer.preconditionerState(second.state, hyperparams);
    if (state.kind !== "diagonal") throw new Error(`RMSprop has a state of kind ${state.kind}.`);
    for (const [i, rate] of rates.entries()) expect(state.layers[0]?.diagonal[i]).toBeCloseTo(rate, 6);
  });

  it("Adam's first step is η in every weight, and its implied preconditioner maps m̂ to it", async () => {
    const hyperparams = { ...hyperparamDefaults("adam"), learningRate: 0.01, steps: 1 };
    const optimizer = adam(problem);
    const result = await optimizer.step(
      start(),
      optimizer.init(start(), hyperparams),
      batch(),
      noFsdBatch,
      hyperparams,
    );
    for (const weight of await weights(result.params)) expect(weight).toBeCloseTo(0.99, 6);
    const state = await optimizer.preconditionerState(result.state, hyperparams);
    if (state.kind !== "diagonal") throw new Error(`Adam has a state of kind ${state.kind}.`);
    const [layer] = state.layers;
    expect(layer?.diagonal[0]).toBeCloseTo(0.01 / 3, 6); // η/√g² for g = (3, 6)
    expect(layer?.diagonal[1]).toBeCloseTo(0.01 / 6, 6);
  });
});
