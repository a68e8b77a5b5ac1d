import { tensor2d } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { forEachBackend } from "../testing/forEachBackend";
import { read } from "../testing/numeric";
import { initMeta, metaLearningRateAt, metaUpdate } from "./metaOptimizer";

const GRADS = [
  [0.5, -2],
  [0.25, 1],
] as const;

/** φ after two meta-updates from 0 with these gradients. */
async function afterTwo(changed: Partial<Hyperparams>): Promise<number[][]> {
  const hyperparams = { ...hyperparamDefaults("apo-p"), metaEpsilon: 1e-12, ...changed };
  const history: number[][] = [];
  let phi = [tensor2d([[0, 0]])];
  let state = initMeta(phi);
  for (const grad of GRADS) {
    ({ metaParams: phi, state } = metaUpdate(phi, [tensor2d([[...grad]])], state, hyperparams, 0.1));
    history.push(await read(phi.map((x) => x.clone())));
  }
  expect(state.count).toBe(2);
  return history;
}

forEachBackend(() => {
  it("sgd subtracts α times the gradient", async () => {
    const [first, second] = (await afterTwo({ metaOptimizer: "sgd" })) as [number[], number[]];
    expect(first[0]).toBeCloseTo(-0.05, 6);
    expect(second[0]).toBeCloseTo(-0.075, 6);
    expect(second[1]).toBeCloseTo(0.1, 6); // 0.2 − 0.1
  });

  it("rmsprop's first step is α, not ten times α, because it corrects its bias", async () => {
    const [first, second] = (await afterTwo({ metaOptimizer: "rmsprop", metaBeta2: 0.9 })) as [number[], number[]];
    expect(first[0]).toBeCloseTo(-0.1, 6);
    expect(first[1]).toBeCloseTo(0.1, 6);
    // v̂ = (0.9·0.1·0.25 + 0.1·0.0625)/(1 − 0.81) = 0.02875/0.19
    expect(second[0]).toBeCloseTo(-0.1 - (0.1 * 0.25) / Math.sqrt(0.02875 / 0.19), 5);
  });

  it("adam corrects both moments, counted per meta-update", async () => {
    const [first, second] = (await afterTwo({ metaOptimizer: "adam", metaBeta1: 0.9, metaBeta2: 0.99 })) as [
      number[],
      number[],
    ];
    expect(first[0]).toBeCloseTo(-0.1, 6);
    // m̂ = (0.9·0.1·0.5 + 0.1·0.25)/0.19 = 0.07/0.19; v̂ = (0.99·0.01·0.25 + 0.01·0.0625)/0.0199 = 0.0031/0.0199
    expect(second[0]).toBeCloseTo(-0.1 - (0.1 * (0.07 / 0.19)) / Math.sqrt(0.0031 / 0.0199), 5);
  });
});

describe("metaLearningRateAt", () => {
  it("stays, or falls in a line to 0 at the end of the run and stays there", () => {
    const at = (step: number, metaSchedule: "constant" | "linear") =>
      metaLearningRateAt(step, { metaLearningRate: 0.04, metaSchedule, steps: 200 });
    expect([0, 100, 200, 300].map((step) => at(step, "constant"))).toEqual([0.04, 0.04, 0.04, 0.04]);
    expect([0, 50, 100, 200, 300].map((step) => at(step, "linear"))).toEqual([0.04, 0.03, 0.02, 0, 0]);
  });
});
