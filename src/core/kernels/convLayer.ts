import {
  concat,
  reshape,
  slice,
  sum,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
  transpose,
} from "@tensorflow/tfjs-core";
import { conv2dFilterGrad, conv2dInputGrad, convolve } from "./conv2d";
import { fused } from "./fused";
import { onGpu } from "./gpuKernels";
import { type ConvShape, patchOf } from "./operands/convolution";
import { validOnHeap } from "./wasm/conv";

/** Outputs [count, h, w, outputs] of x [count, height, width, channels]. */
export const convForward: (x: Tensor4D, weights: Tensor2D, shape: ConvShape) => Tensor4D = fused(plainForward, {
  wasm: validOnHeap.forward,
  webgpu: onGpu("convForwardOnGpu"),
});

/** dx for dy [count, h, w, outputs]. */
export const convInputGrad: (weights: Tensor2D, dy: Tensor4D, shape: ConvShape) => Tensor4D = fused(
  (weights, dy, shape) => conv2dInputGrad(filterOf(weights, shape), dy),
  {
    wasm: validOnHeap.inputGrad,
    webgpu: (gpu, weights, outputGrad, shape) =>
      onGpu("convBackwardOnGpu")(gpu, { weights, outputGrad }, shape).inputGrad as Tensor4D,
  },
);

/** dW, of the weights' shape. */
export const convWeightGrad: (x: Tensor4D, dy: Tensor4D, shape: ConvShape) => Tensor2D = fused(plainWeightGrad, {
  wasm: validOnHeap.weightGrad,
  webgpu: (gpu, x, outputGrad, shape) =>
    onGpu("convBackwardOnGpu")(gpu, { x, outputGrad }, shape).weightGrad as Tensor2D,
});

/** The gradients of a convolution that are wanted. */
export const convBackward: (
  pass: { x: Tensor4D; weights: Tensor2D; outputGrad: Tensor4D },
  shape: ConvShape,
  wanted: { input: boolean; weights: boolean },
) => { inputGrad: Tensor4D | null; weightGrad: Tensor2D | null } = fused(
  ({ x, weights, outputGrad }, shape, wanted) => ({
    inputGrad: wanted.input ? convInputGrad(weights, outputGrad, shape) : null,
    weightGrad: wanted.weights ? convWeightGrad(x, outputGrad, shape) : null,
  }),
  {
    webgpu: (gpu, { x, weights, outputGrad }, shape, wanted) =>
      onGpu("convBackwardOnGpu")(
        gpu,
        { outputGrad, ...(wanted.weights && { x }), ...(wanted.input && { weights }) },
        shape,
      ),
  },
);

/** The weights without their bias, as a filter of tfjs. */
export function filterOf(weights: Tensor2D, shape: ConvShape): Tensor4D {
  const { kernel, channels, outputs } = shape;
  const linear = slice(weights, [0, 0], [outputs, patchOf(shape)]);
  return reshape(transpose(linear), [kernel, kernel, channels, outputs]);
}

/** The bias, where there is one: a sum, not a reshape, as tfjs-wasm looks at the rank that it was stored with. */
export const biasOf = (weights: Tensor2D, shape: ConvShape): Tensor1D | undefined =>
  shape.bias ? (sum(slice(weights, [0, patchOf(shape)], [shape.outputs, 1]), 1) as Tensor1D) : undefined;

function plainForward(x: Tensor4D, weights: Tensor2D, shape: ConvShape): Tensor4D {
  return convolve(x, filterOf(weights, shape), 0, biasOf(weights, shape));
}

function plainWeightGrad(x: Tensor4D, dy: Tensor4D, shape: ConvShape): Tensor2D {
  const { outputs, bias } = shape;
  const linear = transpose(reshape(conv2dFilterGrad(x, dy), [patchOf(shape), outputs])) as Tensor2D;
  return bias ? withBiasGrad(linear, dy) : linear;
}

/** The gradient of a filter [outputs, patch] with that of the bias behind it. */
export const withBiasGrad = (linear: Tensor2D, dy: Tensor4D): Tensor2D =>
  concat([linear, reshape(sum(reshape(dy, [-1, dy.shape[3]]), 0), [dy.shape[3], 1]) as Tensor2D], 1);
