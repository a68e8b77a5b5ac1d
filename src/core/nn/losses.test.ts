import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { add, grad, mul, type Tensor, type Tensor2D, tensor1d, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { stream } from "../random";
import { forEachBackend } from "../testing/forEachBackend";
import { dot, normalTensor, onCpu, read, relativeError } from "../testing/numeric";
import { discrepancyReference, lossReference } from "../testing/reference";
import { type KlDirection, LOSSES, softmaxCrossEntropy, squaredError } from "./losses";

const SHAPE = [5, 3] as const;
const outputs = () => normalTensor<Tensor2D>("outputs", SHAPE, 2);
const old = () => normalTensor<Tensor2D>("old", SHAPE, 2);
const direction = () => normalTensor<Tensor2D>("direction", SHAPE);
const values = () => normalTensor<Tensor2D>("targets", SHAPE);
const classes = () => tensor2d([1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0], [5, 3]);

interface Case {
  name: string;
  actual(f: Tensor2D): [value: Tensor, grad: Tensor];
  reference(f: Tensor): Tensor;
}

const loss = (kind: keyof typeof LOSSES, y: () => Tensor2D): Case => ({
  name: `the loss ${kind}`,
  actual(f) {
    const result = LOSSES[kind].lossAndGrad(f, y());
    return [result.loss, result.outputGrad];
  },
  reference: (f) => lossReference[kind](f as Tensor2D, y()),
});

const discrepancy = (kind: keyof typeof LOSSES, klDirection: KlDirection): Case => ({
  name: `the discrepancy of ${kind}, ${klDirection}`,
  actual(f) {
    const result = LOSSES[kind].discrepancyAndGrad(f, old(), klDirection);
    return [result.discrepancy, result.outputGrad];
  },
  reference: (f) => discrepancyReference[kind](f as Tensor2D, old(), klDirection),
});

const CASES = [
  loss("squaredError", values),
  loss("softmaxCrossEntropy", classes),
  discrepancy("squaredError", "old-new"),
  discrepancy("softmaxCrossEntropy", "old-new"),
  discrepancy("softmaxCrossEntropy", "new-old"),
];

forEachBackend(() => {
  for (const { name, actual, reference } of CASES) {
    it(`${name} has the value and gradient of tf.grads, and the slope of central differences`, async () => {
      const [value, gradient] = tidy(() => actual(outputs()));
      const gradValues = await read(gradient);
      const expectedValue = await onCpu(() => read(tidy(() => reference(outputs()))));
      const expectedGrad = await onCpu(() => read(tidy(() => grad(reference)(outputs()))));
      expect(relativeError(await read(value), expectedValue)).toBeLessThan(1e-6);
      expect(relativeError(gradValues, expectedGrad)).toBeLessThan(1e-5);
      const at = (shift: number) => read(tidy(() => actual(add(outputs(), mul(direction(), shift)) as Tensor2D)[0]));
      const slope = ((await at(0.01))[0] as number) - ((await at(-0.01))[0] as number);
      expect(dot(gradValues, await read(direction()))).toBeCloseTo(slope / 0.02, 3);
    });
  }

  it.each(Object.values(LOSSES))("the curvature of $kind is the slope of ρ's gradient at ρ = 0", async (ofKind) => {
    const actual = await read(tidy(() => ofKind.outputCurvature(outputs(), direction())));
    const h = 0.02;
    const gradientAt = (shift: number) =>
      read(
        tidy(
          () =>
            ofKind.discrepancyAndGrad(add(outputs(), mul(direction(), shift)) as Tensor2D, outputs(), "old-new")
              .outputGrad,
        ),
      );
    const [ahead, behind] = [await gradientAt(h), await gradientAt(-h)];
    const slope = ahead.map((value, i) => (value - (behind[i] as number)) / (2 * h));
    expect(relativeError(actual, slope)).toBeLessThan(1e-3);
  });

  it("every discrepancy of a network from itself is 0, and so is its gradient", async () => {
    for (const kind of ["squaredError", "softmaxCrossEntropy"] as const)
      for (const klDirection of ["old-new", "new-old"] as const) {
        const result = LOSSES[kind].discrepancyAndGrad(outputs(), outputs(), klDirection);
        expect((await read(result.discrepancy)).map(Math.abs)).toEqual([0]);
        expect(Math.max(...(await read(result.outputGrad)).map(Math.abs))).toBe(0);
      }
  });

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
