import type { Tensor2D, Tensor4D } from "@tensorflow/tfjs-core";
import { type ConvShape, type PlacedShape, patchOf, placesOf } from "../operands/convolution";
import type { WasmHeap } from "./heap";

/** With stride 1 and without padding unless it has its own. */
type HeapShape = ConvShape & Partial<PlacedShape>;

const sizesOf = ({ height, width, channels, kernel, outputs, bias, stride = 1, padding = 0 }: HeapShape) => ({
  height,
  width,
  channels,
  kernel,
  outputs,
  bias: Number(bias),
  stride,
  padding,
});

/** Outputs [count, h, w, outputs] of x [count, height, width, channels]. */
export const convForwardOnHeap = (heap: WasmHeap, x: Tensor4D, weights: Tensor2D, shape: HeapShape): Tensor4D =>
  convolved(heap, x, weights, shape, 0);

/** The same without the bias. */
export const convTangentOnHeap = (heap: WasmHeap, dx: Tensor4D, weights: Tensor2D, shape: HeapShape): Tensor4D =>
  convolved(heap, dx, weights, shape, 1);

function convolved(heap: WasmHeap, x: Tensor4D, weights: Tensor2D, shape: HeapShape, isLinear: number): Tensor4D {
  const count = x.shape[0];
  const [from, w] = [heap.at(x), heap.at(weights)];
  const y = heap.make<Tensor4D>([count, ...placesOf({ stride: 1, padding: 0, ...shape }), shape.outputs]);
  heap.kernels.convForward({ x: from, w, y: heap.at(y), count, isLinear, ...sizesOf(shape) });
  return y;
}

/** The gradients that are wanted, of x and of the weights, for `outputGrad` [count, h, w, outputs]. */
export function convBackwardOnHeap(
  heap: WasmHeap,
  { x, weights, outputGrad }: { x: Tensor4D; weights: Tensor2D; outputGrad: Tensor4D },
  shape: HeapShape,
  wanted: { input: boolean; weights: boolean },
): { inputGrad: Tensor4D | null; weightGrad: Tensor2D | null } {
  return {
    inputGrad: wanted.input ? convInputGradOnHeap(heap, weights, outputGrad, shape) : null,
    weightGrad: wanted.weights ? convWeightGradOnHeap(heap, x, outputGrad, shape) : null,
  };
}

/** dx for dy [count, h, w, outputs]. */
export function convInputGradOnHeap(heap: WasmHeap, weights: Tensor2D, dy: Tensor4D, shape: HeapShape): Tensor4D {
  const { height, width, channels } = shape;
  const count = dy.shape[0];
  const [w, back] = [heap.at(weights), heap.at(dy)];
  const dx = heap.make<Tensor4D>([count, height, width, channels]);
  heap.kernels.convInputGrad({ w, dy: back, dx: heap.at(dx), count, ...sizesOf(shape) });
  return dx;
}

/** dW, of the weights' shape. */
export function convWeightGradOnHeap(heap: WasmHeap, x: Tensor4D, dy: Tensor4D, shape: HeapShape): Tensor2D {
  const [from, back] = [heap.at(x), heap.at(dy)];
  const dw = heap.make<Tensor2D>([shape.outputs, patchOf(shape) + Number(shape.bias)]);
  heap.kernels.convWeightGrad({ x: from, dy: back, dw: heap.at(dw), count: x.shape[0], ...sizesOf(shape) });
  return dw;
}

/** Σ āāᵀ / count over the patches ā of x, trailing 1 where there is a bias. */
export function convInputFactorOnHeap(heap: WasmHeap, x: Tensor4D, shape: HeapShape): Tensor2D {
  const { height, width, channels, kernel, bias, stride, padding } = sizesOf(shape);
  const columns = patchOf(shape) + bias;
  const [from, factor] = [heap.at(x), heap.make<Tensor2D>([columns, columns])];
  const sizes = { count: x.shape[0], height, width, channels, kernel, bias, stride, padding };
  heap.kernels.convInputFactor({ x: from, to: heap.at(factor), ...sizes });
  return factor;
}
