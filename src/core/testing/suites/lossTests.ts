import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { add, grad, mul, type Tensor, type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import type { ExampleLossId } from "../../../config/tables/losses";
import type { KlDirection } from "../../nn/loss";
import { LOSSES } from "../../nn/losses";
import { stream } from "../../random";
import { dot, normalTensor, onCpu, read, relativeError } from "../numeric";
import { discrepancyReference, lossReference } from "../reference";

const SHAPE = [5, 3] as const;
const outputs = () => normalTensor<Tensor2D>("outputs", SHAPE, 2);
const old = () => normalTensor<Tensor2D>("old", SHAPE, 2);
const direction = () => normalTensor<Tensor2D>("direction", SHAPE);
const values = () => normalTensor<Tensor2D>("targets", SHAPE);
const shares = () => tensor2d(stream(3, "shares").uniforms(15), [5, 3]);
const classes = () => tensor2d([1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0], [5, 3]);

interface Case {
  name: string;
  actual(f: Tensor2D): [value: Tensor, grad: Tensor];
  reference(f: Tensor): Tensor;
}

const loss = (kind: ExampleLossId, y: () => Tensor2D): Case => ({
  name: `the loss ${kind}`,
  actual(f) {
    const result = LOSSES[kind].lossAndGrad(f, y());
    return [result.loss, result.outputGrad];
  },
  reference: (f) => lossReference[kind](f as Tensor2D, y()),
});

const discrepancy = (kind: ExampleLossId, klDirection: KlDirection): Case => ({
  name: `the discrepancy of ${kind}, ${klDirection}`,
  actual(f) {
    const result = LOSSES[kind].discrepancyAndGrad(f, old(), klDirection);
    return [result.discrepancy, result.outputGrad];
  },
  reference: (f) => discrepancyReference[kind](f as Tensor2D, old(), klDirection),
});

const KINDS = [
  "squaredError",
  "softmaxCrossEntropy",
  "sigmoidCrossEntropy",
] as const satisfies readonly ExampleLossId[];

const CASES = [
  loss("squaredError", values),
  loss("softmaxCrossEntropy", classes),
  loss("sigmoidCrossEntropy", shares),
  discrepancy("squaredError", "old-new"),
  discrepancy("softmaxCrossEntropy", "old-new"),
  discrepancy("softmaxCrossEntropy", "new-old"),
  discrepancy("sigmoidCrossEntropy", "old-new"),
  discrepancy("sigmoidCrossEntropy", "new-old"),
];

/**
 * Tests of every loss on the active backend, against `tf.grads` on the CPU backend and central differences: one table for Node
 * and for the browser.
 */
export function testLosses(): void {
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

  it("every loss has the output curvature of its gradient's central differences, and of ρ's, whatever the targets", async () => {
    for (const kind of KINDS) {
      const { lossAndGrad, discrepancyAndGrad, outputCurvature } = LOSSES[kind];
      const curvature = await read(tidy(() => outputCurvature(outputs(), direction())));
      const slope = async (gradAt: (f: Tensor2D) => Tensor2D) => {
        const at = (shift: number) => read(tidy(() => gradAt(add(outputs(), mul(direction(), shift)) as Tensor2D)));
        const [after, before] = [await at(0.01), await at(-0.01)];
        return after.map((value, i) => (value - (before[i] as number)) / 0.02);
      };
      const ofLoss = await slope((f) => lossAndGrad(f, classes()).outputGrad);
      const ofRho = await slope((f) => discrepancyAndGrad(f, outputs(), "old-new").outputGrad);
      const ofReverse = await slope((f) => discrepancyAndGrad(f, outputs(), "new-old").outputGrad);
      for (const numeric of [ofLoss, ofRho, ofReverse]) expect(relativeError(curvature, numeric)).toBeLessThan(1e-3);
    }
  });

  it("sigmoid cross-entropy samples a 1 for each output on its own where its uniform draw lies below p", async () => {
    const draws = stream(4, "draws").uniforms(15);
    const logits = await read(outputs());
    const gradient = await read(
      tidy(() => LOSSES.sigmoidCrossEntropy.sampledTargetGrad(outputs(), tensor2d(draws, [5, 3]))),
    );
    const wanted = logits.map((f, i) => {
      const p = 1 / (1 + Math.exp(-f));
      expect(Math.abs(p - (draws[i] as number))).toBeGreaterThan(1e-4); // no draw so near that rounding decides
      return (p - ((draws[i] as number) < p ? 1 : 0)) / SHAPE[0];
    });
    expect(relativeError(gradient, wanted)).toBeLessThan(1e-6);
    expect(new Set(gradient.map(Math.sign))).toEqual(new Set([1, -1]));
  });

  it("every discrepancy of a network from itself is 0, and so is its gradient", async () => {
    for (const kind of KINDS)
      for (const klDirection of ["old-new", "new-old"] as const) {
        const result = LOSSES[kind].discrepancyAndGrad(outputs(), outputs(), klDirection);
        expect((await read(result.discrepancy)).map(Math.abs)).toEqual([0]);
        expect(Math.max(...(await read(result.outputGrad)).map(Math.abs))).toBe(0);
      }
  });
}
