import "@tensorflow/tfjs-core/dist/register_all_gradients";
import { add, addN, grads, mul, sum, type Tensor, type Tensor2D, tidy, zerosLike } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { createModel } from "../../nn/chain";
import type { Wanted } from "../../nn/layer";
import { LAYER_CASES, type LayerCase, MODEL_CASES, type ModelCase } from "../layerCases";
import { centralDifference, dot, normalTensor, onCpu, read, readEach, relativeError } from "../numeric";
import { modelReference } from "../reference";

const BATCH = 4;

/**
 * Tests of every layer's and model's passes on the active backend, against `tf.grads` on the CPU backend, central
 * differences and each other: one table for Node and for the browser.
 */
export function testPasses(): void {
  for (const layerCase of LAYER_CASES) describe(layerCase.name, () => testLayer(layerCase));
  for (const modelCase of MODEL_CASES) describe(modelCase.name, () => testModel(modelCase));
}

/** x + shift·v, or x where there is no v. */
const moved = <T extends Tensor>(x: T, v: Tensor | null, shift: number): T => (v ? (add(x, mul(v, shift)) as T) : x);

function testLayer({ layer, reference, input }: LayerCase): void {
  const inputShape = [BATCH, ...layer.inputShape];
  const { weightShape } = layer;
  const u = () => normalTensor("u", [BATCH, ...layer.outputShape]);
  /** What the layer is a function of: the input, and the weights where it has some. */
  const here = () => [input ? input(inputShape) : normalTensor("x", inputShape), ...weightsNamed("W")];
  const tangents = () => [normalTensor("dx", inputShape), ...weightsNamed("dW")];
  const weightsNamed = (name: string): Tensor[] => (weightShape ? [normalTensor(name, weightShape)] : []);
  const forward = ([x, W]: Tensor[]) => layer.forward((W as Tensor2D) ?? null, x as Tensor);
  const backward = (wanted: Wanted) =>
    layer.backward((here()[1] as Tensor2D) ?? null, forward(here()).cache, u(), wanted);
  const bothGrads = (): Tensor[] => {
    const { inputGrad, weightGrad } = backward({ input: true, weights: true });
    return weightGrad ? [inputGrad as Tensor, weightGrad] : [inputGrad as Tensor];
  };
  const jvp = ([dx, dW]: (Tensor | null)[]) =>
    layer.jvp((here()[1] as Tensor2D) ?? null, forward(here()).cache, {
      input: dx ?? null,
      weights: (dW as Tensor2D) ?? null,
    });

  it("gives the output of the composition written out in the test", async () => {
    const actual = await read(tidy(() => forward(here()).output));
    const expected = await onCpu(() =>
      read(tidy(() => reference((here()[1] as Tensor2D) ?? null, here()[0] as Tensor))),
    );
    expect(relativeError(actual, expected)).toBeLessThan(1e-6);
  });

  it("goes backward as tf.grads does", async () => {
    const oracle = () => grads((x, W) => reference((W as Tensor2D) ?? null, x as Tensor))(here(), u());
    const expected = await onCpu(() => readEach(tidy(oracle)));
    const actual = await readEach(tidy(bothGrads));
    expect(actual.length).toBe(expected.length);
    for (const [i, values] of expected.entries())
      expect(relativeError(actual[i] as number[], values)).toBeLessThan(1e-5);
  });

  it("goes backward only where it is asked to", () => {
    tidy(() => {
      expect(backward({ input: false, weights: true }).inputGrad).toBeNull();
      expect(backward({ input: true, weights: false }).weightGrad).toBeNull();
    });
  });

  it("has the derivative of central differences, along the input, the weights and both", async () => {
    for (const [alongInput, alongWeights] of weightShape
      ? [
          [1, 1],
          [1, 0],
          [0, 1],
        ]
      : [[1, 0]]) {
      const chosen = () => tangents().map((tangent, i) => ((i === 0 ? alongInput : alongWeights) ? tangent : null));
      const slope = await centralDifference((shift) =>
        tidy(() => forward(here().map((value, i) => moved(value, chosen()[i] ?? null, shift))).output),
      );
      expect(relativeError(await read(tidy(() => jvp(chosen()))), slope)).toBeLessThan(1e-3);
      const along = await read(
        tidy(() => addN(bothGrads().map((grad, i) => sum(mul(grad, chosen()[i] ?? zerosLike(grad)))))),
      );
      const size = Math.hypot(...slope) * Math.hypot(...(await read(u())));
      expect(Math.abs((along[0] as number) - dot(await read(u()), slope))).toBeLessThan(1e-3 * size);
    }
  });

  it("has a forward derivative adjoint to its backward pass: ⟨J v, u⟩ = ⟨v, Jᵀu⟩", async () => {
    const forwards = await read(tidy(() => jvp(tangents())));
    const right = dot(await read(tangents()), await read(tidy(bothGrads)));
    const size = Math.hypot(...forwards) * Math.hypot(...(await read(u())));
    expect(Math.abs(dot(forwards, await read(u())) - right)).toBeLessThan(1e-5 * size);
  });

  it("refuses a forward derivative along nothing", () => {
    tidy(() => {
      expect(() => jvp([null, null])).toThrow(layer.name);
    });
  });
}

function testModel({ layers, inputShape, outputs, difference }: ModelCase): void {
  const model = createModel(layers, inputShape);
  const x = () => normalTensor("model.x", [BATCH, ...inputShape]);
  const u = () => normalTensor<Tensor2D>("model.u", [BATCH, outputs]);
  const matrices = (name: string, scale: (columns: number) => number) =>
    model.parametric.map(({ shape }, i) => normalTensor<Tensor2D>(`${name}${i}`, shape, scale(shape[1])));
  const params = () => matrices("model.W", (columns) => 1 / Math.sqrt(columns));
  const direction = () => matrices("model.v", () => 0.1);
  const backward = () => model.backward(params(), model.forward(params(), x()), u());
  const jvp = () => model.jvp(params(), model.forward(params(), x()), direction());

  it("gives the outputs of the composition written out in the test", async () => {
    const actual = await read(tidy(() => model.forward(params(), x()).outputs));
    const expected = await onCpu(() => read(tidy(() => modelReference(layers, params(), x()))));
    expect(relativeError(actual, expected)).toBeLessThan(1e-6);
  });

  it("goes backward as tf.grads does, in every layer", async () => {
    const oracle = () => grads((...weights) => modelReference(layers, weights as Tensor2D[], x()))(params(), u());
    const expected = await onCpu(() => readEach(tidy(oracle)));
    const actual = await readEach(tidy(backward));
    expect(actual.length).toBe(expected.length);
    for (const [i, values] of expected.entries())
      expect(relativeError(actual[i] as number[], values)).toBeLessThan(1e-5);
  });

  it("has the derivative of central differences", async () => {
    const slope = await centralDifference(
      (shift) =>
        tidy(
          () =>
            model.forward(
              params().map((W, i) => moved(W, direction()[i] as Tensor2D, shift)),
              x(),
            ).outputs,
        ),
      difference,
    );
    expect(relativeError(await read(tidy(jvp)), slope)).toBeLessThan(2e-3);
    const along = dot(await read(tidy(backward)), await read(direction()));
    const size = Math.hypot(...slope) * Math.hypot(...(await read(u())));
    expect(Math.abs(along - dot(await read(u()), slope))).toBeLessThan(2e-3 * size);
  });

  it("has a forward derivative adjoint to its backward pass: ⟨J v, u⟩ = ⟨v, Jᵀu⟩", async () => {
    const forward = await read(tidy(jvp));
    const right = dot(await read(direction()), await read(tidy(backward)));
    const size = Math.hypot(...forward) * Math.hypot(...(await read(u())));
    expect(Math.abs(dot(forward, await read(u())) - right)).toBeLessThan(1e-5 * size);
  });
}
