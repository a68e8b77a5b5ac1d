import { describe, expect, it } from "vitest";
import { createModel } from "./chain";
import type { LayerSpec } from "./layerSpec";

const dense = (inputs: number, outputs: number): LayerSpec => ({
  kind: "dense",
  inputs,
  outputs,
  activation: "tanh",
  bias: true,
});
const conv = (channels: number, kernel: number, pool: number): LayerSpec => ({
  kind: "conv",
  channels,
  outputs: 6,
  kernel,
  activation: "relu",
  pool,
});

describe("createModel", () => {
  it("lists LeNet-5's weights as matrices [out, in + 1]", () => {
    const layers: LayerSpec[] = [
      conv(3, 5, 2), // 32 → 28 → 14
      { ...conv(6, 5, 2), outputs: 16 } as LayerSpec, // 14 → 10 → 5
      dense(400, 120),
      dense(120, 84),
      dense(84, 10),
    ];
    expect(createModel(layers, [32, 32, 3]).parametric).toEqual([
      { name: "conv1", shape: [6, 76] }, // 5·5·3 + 1
      { name: "conv2", shape: [16, 151] }, // 5·5·6 + 1
      { name: "dense1", shape: [120, 401] }, // 5·5·16 + 1
      { name: "dense2", shape: [84, 121] },
      { name: "dense3", shape: [10, 85] },
    ]);
  });

  it.each<[string, LayerSpec[], number[], string]>([
    ["inputs", [dense(3, 4), dense(5, 2)], [3], "dense2: expects 5 inputs and gets 4."],
    ["channels", [conv(3, 3, 1), conv(3, 3, 1)], [8, 8, 3], "conv2: expects 3 channels and gets 6."],
    ["images", [conv(1, 3, 1)], [64], "conv1: expects images [height, width, channels] and gets [64]."],
    ["kernels", [conv(1, 9, 1)], [8, 8, 1], "conv1: a 9×9 kernel does not fit an input of 8×8."],
  ])("names the layer whose %s do not fit", (_, layers, inputShape, message) => {
    expect(() => createModel(layers, inputShape)).toThrow(message);
  });
});
