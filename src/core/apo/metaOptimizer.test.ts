import { tensor2d } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { stream } from "../random";
import { forEachBackend, useBackend } from "../testing/forEachBackend";
import { read } from "../testing/numeric";
import { adamBound, initMeta, metaLearningRateAt, metaUpdate } from "./metaOptimizer";

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

describe("adamBound", () => {
  const SETTINGS = [
    { beta1: 0.9, beta2: 0.99 },
    { beta1: 0, beta2: 0.9 },
    { beta1: 0.9, beta2: 0.81 },
    { beta1: 0.9, beta2: 0.5 },
  ];

  /** |m̂|/√v̂ of gradients in float64. */
  function ratioOf(grads: readonly number[], { beta1, beta2 }: { beta1: number; beta2: number }): number {
    let [m, v] = [0, 0];
    for (const g of grads) [m, v] = [beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g];
    return Math.abs(m / (1 - beta1 ** grads.length)) / Math.sqrt(v / (1 - beta2 ** grads.length));
  }

  it.each(SETTINGS)("exact moments reach the bound and never pass it: %o", (betas) => {
    const random = stream(3, "moments");
    for (const count of [1, 2, 7]) {
      const bound = adamBound({ ...betas, count });
      const { beta1, beta2 } = betas;
      // equality in Cauchy-Schwarz: the gradient i updates ago is in proportion to (β1/β2)^i
      const worst = Array.from({ length: count }, (_, i) => (beta1 / beta2) ** (count - 1 - i));
      expect(ratioOf(worst, betas)).toBeCloseTo(bound, 10);
      for (let trial = 0; trial < 50; trial++) {
        const grads = Array.from({ length: count }, () => random.normal());
        expect(ratioOf(grads, betas)).toBeLessThanOrEqual(bound * (1 + 1e-12));
      }
    }
    expect(adamBound({ ...betas, count: 1 })).toBeCloseTo(1, 12);
  });

  it("cuts the steps of moments that fp16 has lost, and no step of float32", async () => {
    await useBackend("wasm");
    const grads = tensor2d([[1e-9, 1e-3]]);
    const hyperparams = { ...hyperparamDefaults("apo-p"), metaOptimizer: "adam" as const };
    const { metaBeta1: beta1, metaBeta2: beta2 } = hyperparams;
    // ν of the first is 0 in fp16, its μ is not
    const state = () => ({ mu: tensor2d([[1e-7, 1e-3]]), nu: tensor2d([[0, 1e-6]]), count: 1 });
    const moved = (precision: Hyperparams["precision"]) =>
      metaUpdate([tensor2d([[0, 0]])], [grads.clone()], state(), { ...hyperparams, precision }, 0.01);
    const [lost, kept] = (await read(moved("fp16").metaParams)) as [number, number];
    expect(lost).toBeCloseTo(-0.01 * adamBound({ beta1, beta2, count: 2 }), 5);
    const [free, same] = (await read(moved("fp32").metaParams)) as [number, number];
    expect(free).toBeLessThan(-1);
    expect(kept).toBeCloseTo(same, 5);
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
