import { describe, expect, it } from "vitest";
import { type LayerSpec, weightShape } from "../nn/layerSpec";
import { initialParams, standardNormalParams } from "./init";

const dense = (activation: "tanh" | "relu", bias: boolean): LayerSpec => ({
  kind: "dense",
  inputs: 50,
  outputs: 200,
  activation,
  bias,
});
const conv: LayerSpec = { kind: "conv", channels: 6, outputs: 100, kernel: 5, activation: "relu", pool: 2, bias: true };

describe("initialParams", () => {
  it.each([
    ["tanh with 50 inputs", dense("tanh", true), 1 / 50],
    ["ReLU with 50 inputs", dense("relu", true), 2 / 50],
    ["a 5×5×6 convolution with ReLU", conv, 2 / 150],
  ])("draws variance 1/fan-in or 2/fan-in for %s, and biases 0", (_, layer, variance) => {
    const [outputs, columns] = weightShape(layer);
    const [weights = new Float32Array()] = initialParams(3, [layer]);
    expect(weights.length).toBe(outputs * columns);
    const biases = weights.filter((_, i) => i % columns === columns - 1);
    expect(new Set(biases)).toEqual(new Set([0]));
    const others = weights.filter((_, i) => i % columns !== columns - 1);
    const measured = others.reduce((sum, w) => sum + w * w, 0) / others.length;
    expect(Math.abs(measured / variance - 1)).toBeLessThan(4 * Math.sqrt(2 / others.length));
  });

  it("has no bias column where there is no bias", () => {
    expect(weightShape(dense("tanh", false))).toEqual([200, 50]);
    expect(weightShape({ ...conv, bias: undefined })).toEqual([100, 151]);
    const [weights = new Float32Array()] = initialParams(3, [dense("tanh", false)]);
    expect(weights.some((w) => w === 0)).toBe(false);
  });

  it("draws each layer from a stream of its own", () => {
    const [alone] = initialParams(3, [dense("tanh", true)]);
    const [first, second] = initialParams(3, [dense("tanh", true), dense("tanh", true)]);
    expect(first).toEqual(alone);
    expect(second).not.toEqual(first);
  });
});

describe("standardNormalParams", () => {
  it("draws variance 1 whatever the fan-in", () => {
    const [weights = new Float32Array()] = standardNormalParams(3, [dense("tanh", false)]);
    const measured = weights.reduce((sum, w) => sum + w * w, 0) / weights.length;
    expect(Math.abs(measured - 1)).toBeLessThan(4 * Math.sqrt(2 / weights.length));
  });
});
