import { add, neg, type Tensor2D, tensor1d, tensor2d } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { stream } from "../random";
import { forEachBackend } from "../testing/forEachBackend";
import { read } from "../testing/numeric";
import { testLosses } from "../testing/suites/lossTests";
import type { KlDirection } from "./loss";
import { softmaxCrossEntropy, squaredError } from "./losses";
import { sigmoidCrossEntropy } from "./sigmoidCrossEntropy";

forEachBackend(() => {
  testLosses();

  it("squared error's discrepancy is half the squared distance, so that its Hessian is JᵀJ", async () => {
    const f = tensor2d([
      [3, 0],
      [1, 1],
    ]);
    const reference = tensor2d([
      [0, 4],
      [1, 3],
    ]);
    const { discrepancy: value } = squaredError.discrepancyAndGrad(f, reference, "old-new");
    expect(await read(value)).toEqual([7.25]); // ½ (9 + 16) = 12.5 and ½ · 4 = 2; mean 7.25
  });

  it("the KL divergence goes from old to new, or from new to old, as asked", async () => {
    const f = tensor2d([[Math.log(1), Math.log(3)]]); // new: (1/4, 3/4)
    const reference = tensor2d([[0, 0]]); // old: (1/2, 1/2)
    const kl = async (klDirection: KlDirection) =>
      (await read(softmaxCrossEntropy.discrepancyAndGrad(f, reference, klDirection).discrepancy))[0];
    expect(await kl("old-new")).toBeCloseTo(0.5 * Math.log(2) + 0.5 * Math.log(2 / 3), 6); // 0.1438
    expect(await kl("new-old")).toBeCloseTo(0.25 * Math.log(0.5) + 0.75 * Math.log(1.5), 6); // 0.1308
  });

  it("a confident wrong answer costs its logit, without overflow", async () => {
    const { loss: value, outputGrad } = softmaxCrossEntropy.lossAndGrad(tensor2d([[0, 200]]), tensor2d([[1, 0]]));
    expect(await read(value)).toEqual([200]); // log(e⁰ + e²⁰⁰) − 0
    expect(await read(outputGrad)).toEqual([-1, 1]);
  });

  it("Bernoulli outputs pay −log p for a 1 and −log(1 − p) for a 0, and their KL is that of coins", async () => {
    const f = tensor2d([[Math.log(3), 0]]); // p = 3/4, 1/2
    const { loss: value } = sigmoidCrossEntropy.lossAndGrad(f, tensor2d([[1, 0]]));
    expect((await read(value))[0]).toBeCloseTo(Math.log(4 / 3) + Math.log(2), 6);
    const fair = tensor2d([[0, 0]]);
    const kl = async (klDirection: KlDirection) =>
      (await read(sigmoidCrossEntropy.discrepancyAndGrad(f, fair, klDirection).discrepancy))[0];
    expect(await kl("old-new")).toBeCloseTo(0.5 * Math.log(0.5 / 0.75) + 0.5 * Math.log(0.5 / 0.25), 6); // 0.1438
    expect(await kl("new-old")).toBeCloseTo(0.75 * Math.log(1.5) + 0.25 * Math.log(0.5), 6); // 0.1308
  });

  it("a confident wrong Bernoulli output costs its logit, and a right one nothing, without overflow", async () => {
    const f = tensor2d([[500, -500, 500, -500]]);
    const { loss: value, outputGrad } = sigmoidCrossEntropy.lossAndGrad(f, tensor2d([[0, 1, 1, 0]]));
    expect(await read(value)).toEqual([1000]);
    expect(await read(outputGrad)).toEqual([1, -1, 0, 0]);
    for (const klDirection of ["old-new", "new-old"] as const) {
      const far = sigmoidCrossEntropy.discrepancyAndGrad(f, neg(f) as Tensor2D, klDirection);
      expect(await read(far.discrepancy)).toEqual([2000]); // −log σ(−500) = 500 nats for each coin
      expect((await read(far.outputGrad)).every(Number.isFinite)).toBe(true);
    }
  });

  describe("targets sampled from the model", () => {
    /** Class drawn for each uniform number where the classes have these probabilities. */
    async function drawn(probabilities: readonly number[], uniforms: readonly number[]): Promise<number[]> {
      const logits = uniforms.map(() => probabilities.map((p) => (p === 0 ? -200 : Math.log(p))));
      const gradient = await read(softmaxCrossEntropy.sampledTargetGrad(tensor2d(logits), tensor1d([...uniforms])));
      return uniforms.map((_, row) => {
        const chosen = probabilities.map(
          (p, i) => p - uniforms.length * (gradient[row * probabilities.length + i] ?? 0),
        );
        for (const value of chosen) expect(Math.min(Math.abs(value), Math.abs(value - 1))).toBeLessThan(1e-4);
        expect(chosen.reduce((sum, value) => sum + Math.round(value), 0)).toBe(1);
        return chosen.findIndex((value) => value > 0.5);
      });
    }

    it("are the first class whose cumulative probability reaches the draw", async () => {
      // cumulative: 0.2, 0.5, 1
      const draws = [0, 0.1, 0.19, 0.21, 0.49, 0.51, 0.9, 0.9999999];
      expect(await drawn([0.2, 0.3, 0.5], draws)).toEqual([0, 0, 0, 1, 1, 2, 2, 2]);
    });

    it("are never a class of probability 0", async () => {
      expect(await drawn([0, 0.5, 0.5, 0], [0, 0.25, 0.75, 0.9999999])).toEqual([1, 1, 2, 2]);
    });

    it("exist for the last draw below 1 even where rounding leaves the probabilities' sum below it", async () => {
      const probabilities = Array.from({ length: 10 }, (_, i) => (i + 1) / 55);
      expect(await drawn(probabilities, [0, 0.9999999])).toEqual([0, 9]);
    });

    it("come as often as the probabilities say", async () => {
      const count = 4000;
      const classesDrawn = await drawn([0.2, 0.3, 0.5], Array.from(stream(5, "draws").uniforms(count)));
      for (const [label, p] of [0.2, 0.3, 0.5].entries()) {
        const frequency = classesDrawn.filter((drawnLabel) => drawnLabel === label).length / count;
        expect(Math.abs(frequency - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / count)); // four standard deviations
      }
    });

    it("are 1 where the uniform draw lies below p for Bernoulli outputs, each on its own", async () => {
      const count = 4000;
      const probabilities = [0.2, 0.5, 0.9, 0, 1];
      const logits = [...[0.2, 0.5, 0.9].map((p) => Math.log(p / (1 - p))), -200, 200];
      const f = tensor2d(Array.from({ length: count }, () => logits));
      const noise = tensor2d(stream(6, "draws").uniforms(5 * count), [count, 5]);
      const gradient = await read(sigmoidCrossEntropy.sampledTargetGrad(f, noise));
      const draws = probabilities.map((p, k) =>
        Array.from({ length: count }, (_, n) => p - count * (gradient[5 * n + k] as number)),
      );
      for (const [k, p] of probabilities.entries()) {
        const own = draws[k] as number[];
        for (const value of own) expect(Math.min(Math.abs(value), Math.abs(value - 1))).toBeLessThan(1e-4);
        const frequency = own.reduce((sum, value) => sum + value, 0) / count;
        expect(Math.abs(frequency - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / count) + 1e-6); // four deviations
      }
      const both =
        (draws[0] as number[]).filter((value, n) => value > 0.5 && (draws[1]?.[n] ?? 0) > 0.5).length / count;
      expect(Math.abs(both - 0.1)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / count));
    });

    it("are the outputs plus the noise for squared error, so that the gradient is −noise / batch", async () => {
      const noise = tensor2d([
        [1, -2],
        [0.5, 4],
      ]);
      const f = tensor2d([
        [7, 7],
        [7, 7],
      ]);
      const sampled = squaredError.lossAndGrad(f, add(f, noise) as Tensor2D).outputGrad;
      const gradient = await read(squaredError.sampledTargetGrad(f, noise));
      expect(gradient).toEqual([-0.5, 1, -0.25, -2]);
      expect(gradient).toEqual(await read(sampled));
    });
  });
});
