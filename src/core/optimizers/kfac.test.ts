import { type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { createModel } from "../nn/chain";
import type { KroneckerFactors } from "../nn/layer";
import { LOSSES } from "../nn/losses";
import { kronecker, solveShifted } from "../testing/dense";
import { forEachBackend } from "../testing/forEachBackend";
import { randomPsd } from "../testing/matrices";
import { dot, normalTensor, read, relativeError } from "../testing/numeric";
import { factoredDamping } from "./factoredDamping";
import { kfac } from "./kfac";
import { invertFactors, preconditionWith } from "./kfacDamping";
import type { Batch } from "./optimizer";

const [OUT, IN] = [3, 4];
const A = Float32Array.from(randomPsd(IN, 9, 1));
const G = Float32Array.from(randomPsd(OUT, 9, 2));
const factors = (): KroneckerFactors => ({ inputFactor: tensor2d(A, [IN, IN]), outputFactor: tensor2d(G, [OUT, OUT]) });
const grad = () => normalTensor<Tensor2D>("grad", [OUT, IN]);

async function natural(damping: number, dampingForm: Hyperparams["dampingForm"]): Promise<number[]> {
  const [inverse] = await invertFactors([factors()], { damping, dampingForm });
  if (!inverse) throw new Error("No inverse.");
  return read(tidy(() => preconditionWith(inverse, grad())));
}

describe("factored damping", () => {
  it("shares the damping by the factors' mean traces", () => {
    // π = √(4/1) = 2: the input factor gets √0.01·2 = 0.2, the output factor √0.01/2 = 0.05
    const { input, output } = factoredDamping(4, 1, 0.01);
    expect(input).toBeCloseTo(0.2, 12);
    expect(output).toBeCloseTo(0.05, 12);
  });

  it("shares it evenly where a layer is dead", () => {
    for (const [a, g] of [
      [4, 0],
      [0, 1],
      [0, 0],
    ] as const)
      expect(factoredDamping(a, g, 0.01)).toEqual({ input: 0.1, output: 0.1 });
  });
});

forEachBackend(() => {
  it("with π damping divides by (G + √damping/π·I) ⊗ (A + √damping·π·I), as a dense inverse does", async () => {
    const [traceA, traceG] = [A, G].map((M) =>
      M.reduce((sum, x, k) => (k % (Math.sqrt(M.length) + 1) === 0 ? sum + x : sum), 0),
    );
    const pi = Math.sqrt((traceA as number) / IN / ((traceG as number) / OUT));
    const damped = (M: Float32Array, shift: number) =>
      M.map((x, k) => (k % (Math.sqrt(M.length) + 1) === 0 ? x + shift : x));
    const dense = kronecker(damped(G, Math.sqrt(0.05) / pi), damped(A, Math.sqrt(0.05) * pi));
    expect(relativeError(await natural(0.05, "pi"), solveShifted(dense, 0, await read(grad())))).toBeLessThan(1e-5);
  });

  it("with Tikhonov damping divides by G ⊗ A + damping·I, as a dense inverse does", async () => {
    const expected = solveShifted(kronecker(G, A), 0.05, await read(grad()));
    expect(relativeError(await natural(0.05, "tikhonov"), expected)).toBeLessThan(1e-5);
  });

  describe("a run", () => {
    const model = createModel([{ kind: "dense", inputs: 3, outputs: 2, activation: "linear", bias: true }], [3]);
    const optimizer = kfac({ model, loss: LOSSES.squaredError });
    const params = () => [normalTensor<Tensor2D>("kfac.W", [2, 4])];
    const batchAt = (step: number): Batch => ({
      input: normalTensor(`kfac.x${step}`, [8, 3]),
      target: normalTensor(`kfac.y${step}`, [8, 2]),
      noise: () => normalTensor(`kfac.noise${step}`, [8, 2]),
    });
    const hyperparams = {
      ...hyperparamDefaults("kfac"),
      learningRate: 0.1,
      damping: 0.01,
      klClip: 1e9,
      momentum: 0,
      steps: 10,
    };
    const noFsdBatch = () => {
      throw new Error("KFAC has no B′.");
    };

    it("updates its factors and inverses at their own periods, factors first", async () => {
      const periods = { ...hyperparams, factorUpdatePeriod: 2, inverseUpdatePeriod: 3 };
      let [theta, state] = [params() as readonly Tensor2D[], optimizer.init(params(), periods)];
      const changes: string[] = [];
      for (let step = 0; step < 7; step++) {
        const result = await optimizer.step(theta, state, batchAt(step), noFsdBatch, periods);
        const changed = (name: "factors" | "inverses") => (result.state[name] === state[name] ? "" : name.charAt(0));
        changes.push(`${changed("factors")}${changed("inverses")}${result.stats.backwardPasses}`);
        theta = result.params;
        state = result.state;
      }
      expect(changes).toEqual(["fi2", "1", "f2", "i1", "f2", "1", "fi2"]);
      expect(optimizer.passesPerStep(periods, { forward: 0, backward: 0 })).toEqual({ forward: 1, backward: 1.5 });
    });

    it("averages its factors: F ← γF + (1 − γ)F_new, starting at the first", async () => {
      const first = await optimizer.step(
        params(),
        optimizer.init(params(), hyperparams),
        batchAt(0),
        noFsdBatch,
        hyperparams,
      );
      const fresh = await optimizer.step(
        params(),
        optimizer.init(params(), hyperparams),
        batchAt(1),
        noFsdBatch,
        hyperparams,
      );
      const second = await optimizer.step(params(), first.state, batchAt(1), noFsdBatch, {
        ...hyperparams,
        curvatureEma: 0.8,
      });
      const factorsOf = async ({ state }: typeof first) => {
        const [layer] = (state.factors ?? []) as KroneckerFactors[];
        if (!layer) throw new Error("No factors.");
        return [...(await layer.inputFactor.data()), ...(await layer.outputFactor.data())];
      };
      const [old, now] = [await factorsOf(first), await factorsOf(fresh)];
      const mixed = old.map((value, k) => 0.8 * value + 0.2 * (now[k] as number));
      expect(relativeError(await factorsOf(second), mixed)).toBeLessThan(1e-6);
    });

    it("scales a step by ν = min(1, √(klClip / (η²⟨v, ∇⟩)))", async () => {
      const stepWith = async (klClip: number) => {
        const state = optimizer.init(params(), hyperparams);
        const result = await optimizer.step(params(), state, batchAt(0), noFsdBatch, { ...hyperparams, klClip });
        const [before, after] = [await read(params()), await read(result.params)];
        return before.map((value, k) => (value - (after[k] as number)) / hyperparams.learningRate);
      };
      const free = await stepWith(1e9);
      const { outputs, target } = tidy(() => ({
        outputs: model.forward(params(), batchAt(0).input).outputs,
        target: batchAt(0).target,
      }));
      const pass = model.forward(params(), batchAt(0).input);
      const [g] = model.backward(params(), pass, LOSSES.squaredError.lossAndGrad(outputs, target).outputGrad);
      const quadratic = hyperparams.learningRate ** 2 * dot(free, await read(g as Tensor2D));
      const nu = Math.sqrt(1e-4 / quadratic);
      expect(nu).toBeLessThan(0.5);
      expect(
        relativeError(
          await stepWith(1e-4),
          free.map((v) => nu * v),
        ),
      ).toBeLessThan(1e-4);
    });
  });
});
