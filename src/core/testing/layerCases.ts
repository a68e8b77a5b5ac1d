import { relu, reshape, type Tensor, type Tensor2D, type Tensor4D, tanh, tensor } from "@tensorflow/tfjs-core";
import { createActivation } from "../nn/activation";
import { createConv } from "../nn/conv";
import { createDense } from "../nn/dense";
import { createFlatten } from "../nn/flatten";
import type { Layer } from "../nn/layer";
import type { LayerSpec } from "../nn/layerSpec";
import { createMaxPool } from "../nn/maxPool";
import { stream } from "../random";
import { convReference, denseReference, maxPool2Reference } from "./reference";

/** One layer with a second way to compute its output. */
export interface LayerCase {
  name: string;
  layer: Layer;
  reference(weights: Tensor2D | null, input: Tensor): Tensor;
  /** Inputs [batch, ...inputShape], by default N(0, 1). */
  input?(shape: readonly number[]): Tensor;
}

const dense = (bias: boolean): LayerCase => ({
  name: `dense ${bias ? "with" : "without"} bias`,
  layer: createDense({ name: "dense", inputs: 5, outputs: 4, bias }),
  reference: (W, x) => denseReference(x as Tensor2D, W as Tensor2D, bias),
});

const conv = (bias: boolean): LayerCase => ({
  name: `convolution ${bias ? "with" : "without"} bias`,
  layer: createConv({ name: "conv", inputShape: [6, 5, 2], outputs: 4, kernel: 3, bias }),
  reference: (W, x) => convReference(x as Tensor4D, W as Tensor2D, 3, bias),
});

/** Steps of 0.1 in random order: no two values of a window tie, and no central difference changes their order. */
function spacedValues(shape: readonly number[]): Tensor {
  const size = shape.reduce((product, n) => product * n, 1);
  return tensor(
    Float32Array.from(stream(3, "spaced").permutation(size), (rank) => 0.1 * rank),
    [...shape],
  );
}

/** ±(0.2 … 1.2): no central difference crosses the kink at 0. */
function awayFromZero(shape: readonly number[]): Tensor {
  const size = shape.reduce((product, n) => product * n, 1);
  const { uniform } = stream(3, "awayFromZero");
  return tensor(
    Float32Array.from({ length: size }, () => (uniform() < 0.5 ? -1 : 1) * (0.2 + uniform())),
    [...shape],
  );
}

/** Every kind of layer; the pool drops a row of its 5×4 input. */
export const LAYER_CASES: readonly LayerCase[] = [
  dense(true),
  dense(false),
  conv(true),
  conv(false),
  {
    name: "max-pool",
    layer: createMaxPool("pool", [5, 4, 3], 2),
    reference: (_W, x) => maxPool2Reference(x as Tensor4D),
    input: spacedValues,
  },
  { name: "tanh", layer: createActivation("tanh", "tanh", [7]), reference: (_W, x) => tanh(x) },
  { name: "relu", layer: createActivation("relu", "relu", [7]), reference: (_W, x) => relu(x), input: awayFromZero },
  { name: "flatten", layer: createFlatten("flatten", [3, 2, 2]), reference: (_W, x) => reshape(x, [-1, 12]) },
];

/** A described network on a batch of `count`. */
export interface ModelCase {
  name: string;
  layers: readonly LayerSpec[];
  inputShape: readonly number[];
  outputs: number;
  /** h of central differences: small where ReLU and max-pool have kinks to cross, large where rounding is the limit. */
  difference: number;
}

export const MLP: ModelCase = {
  name: "MLP 3-6-5-2 tanh",
  layers: [
    { kind: "dense", inputs: 3, outputs: 6, activation: "tanh", bias: true },
    { kind: "dense", inputs: 6, outputs: 5, activation: "tanh", bias: false },
    { kind: "dense", inputs: 5, outputs: 2, activation: "linear", bias: true },
  ],
  inputShape: [3],
  outputs: 2,
  difference: 5e-3,
};

/** LeNet's order of layers on 14×14×2: 6×6 and 2×2 maps after the pools (14 − 2 = 12, 6 − 2 = 4). */
export const SMALL_LENET: ModelCase = {
  name: "LeNet-like 14×14×2",
  layers: [
    { kind: "conv", channels: 2, outputs: 3, kernel: 3, activation: "relu", pool: 2 },
    { kind: "conv", channels: 3, outputs: 4, kernel: 3, activation: "relu", pool: 2 },
    { kind: "dense", inputs: 16, outputs: 8, activation: "relu", bias: true },
    { kind: "dense", inputs: 8, outputs: 3, activation: "linear", bias: true },
  ],
  inputShape: [14, 14, 2],
  outputs: 3,
  difference: 3e-4,
};

export const MODEL_CASES: readonly ModelCase[] = [MLP, SMALL_LENET];
