import { type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/hyperparamRange";
import { LOSSES } from "../nn/losses";
import { createModel } from "../nn/model";
import { forEachBackend } from "../testing/forEachBackend";
import { read } from "../testing/numeric";
import { adam, sgd, sgdm } from "./firstOrder";
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
    const { params, stats } = await sgd(problem).step(start(), null, batch(), noFsdBatch, hyperparams);
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
