import { concat, matMul, ones, slice, type Tensor2D } from "@tensorflow/tfjs-core";
import { activate, activateInPlace, activationGrad } from "./activation";
import { fused } from "./fused";
import { onGpu } from "./gpuKernels";
import { matMulTransposedA, matMulTransposedB } from "./matMul";
import type { Activation } from "./operands/activation";
import type { DensePass, DenseShape } from "./operands/dense";
import type { WasmHeap } from "./wasm/heap";

/** x with a column of ones where there is a bias. */
export const withOne = (x: Tensor2D, bias: boolean): Tensor2D =>
  bias ? concat([x, ones([x.shape[0], 1]) as Tensor2D], 1) : x;

/** The weights without their bias column. */
export const linearPart = (weights: Tensor2D, { inputs, outputs, bias }: DenseShape): Tensor2D =>
  bias ? slice(weights, [0, 0], [outputs, inputs]) : weights;

/** W·(x, 1) for x [count, inputs], and the activation of it: [count, outputs]. */
export const denseForward: (x: Tensor2D, weights: Tensor2D, shape: DenseShape, activation?: Activation) => Tensor2D =
  fused(
    (x, weights, { bias }, activation = "linear") =>
      activate(activation, matMulTransposedB(withOne(x, bias), weights)) as Tensor2D,
    { wasm: forwardOnHeap, webgpu: onGpu("denseForwardOnGpu") },
  );

/** dx for dy [count, outputs]: [count, inputs]. */
export const denseInputGrad: (weights: Tensor2D, dy: Tensor2D, shape: DenseShape) => Tensor2D = fused(
  (weights, dy, shape) => matMul(dy, linearPart(weights, shape)),
  {
    wasm: inputGradOnHeap,
    webgpu: (gpu, weights, outputGrad, shape) =>
      onGpu("denseBackwardOnGpu")(gpu, { weights, outputGrad }, shape, "linear").inputGrad as Tensor2D,
  },
);

/** dW, [outputs, inputs (+1)]. */
export const denseWeightGrad: (x: Tensor2D, dy: Tensor2D, shape: DenseShape) => Tensor2D = fused(
  (x, dy, { bias }) => matMulTransposedA(dy, withOne(x, bias)),
  {
    wasm: weightGradOnHeap,
    webgpu: (gpu, x, outputGrad, shape) =>
      onGpu("denseBackwardOnGpu")(gpu, { x, outputGrad }, shape, "linear").weightGrad as Tensor2D,
  },
);

/** The gradients of a dense layer with its activation that are wanted. */
export const denseBackward: (
  pass: DensePass,
  shape: DenseShape,
  activation: Activation,
  wanted: { input: boolean; weights: boolean },
) => { inputGrad: Tensor2D | null; weightGrad: Tensor2D | null } = fused(
  ({ x, weights, output, outputGrad }, shape, activation, wanted) => {
    const delta = activationGrad(activation, output, outputGrad) as Tensor2D;
    return {
      inputGrad: wanted.input ? denseInputGrad(weights, delta, shape) : null,
      weightGrad: wanted.weights ? denseWeightGrad(x, delta, shape) : null,
    };
  },
  {
    webgpu: (gpu, { x, weights, ...behind }, shape, activation, wanted) =>
      onGpu("denseBackwardOnGpu")(
        gpu,
        { ...behind, ...(wanted.weights && { x }), ...(wanted.input && { weights }) },
        shape,
        activation,
      ),
  },
);

const sizesOf = ({ inputs, outputs, bias }: DenseShape) => ({ inputs, outputs, bias: Number(bias) });

function forwardOnHeap(
  heap: WasmHeap,
  x: Tensor2D,
  weights: Tensor2D,
  shape: DenseShape,
  activation: Activation = "linear",
) {
  const count = x.shape[0];
  const [from, w, y] = [heap.at(x), heap.at(weights), heap.make<Tensor2D>([count, shape.outputs])];
  heap.kernels.denseForward({ x: from, w, y: heap.at(y), count, ...sizesOf(shape) });
  activateInPlace(heap, activation, y);
  return y;
}

function inputGradOnHeap(heap: WasmHeap, weights: Tensor2D, dy: Tensor2D, shape: DenseShape) {
  const count = dy.shape[0];
  const [w, back, dx] = [heap.at(weights), heap.at(dy), heap.make<Tensor2D>([count, shape.inputs])];
  heap.kernels.denseInputGrad({ w, dy: back, dx: heap.at(dx), count, ...sizesOf(shape) });
  return dx;
}

function weightGradOnHeap(heap: WasmHeap, x: Tensor2D, dy: Tensor2D, shape: DenseShape) {
  const { inputs, outputs, bias } = sizesOf(shape);
  const [from, back, dw] = [heap.at(x), heap.at(dy), heap.make<Tensor2D>([outputs, inputs + bias])];
  heap.kernels.denseWeightGrad({ x: from, dy: back, dw: heap.at(dw), count: x.shape[0], inputs, outputs, bias });
  return dw;
}
