import type { Tensor2D, Tensor4D } from "@tensorflow/tfjs-core";
import { type ConvShape, type PlacedShape, patchOf, placesOf } from "../operands/convolution";
import type { GraphKernels } from "./graph/kernels";
import type { WasmHeap } from "./heap";

/** With stride 1 and without padding unless it has its own. */
type HeapShape = ConvShape & Partial<PlacedShape>;

/** Those of every page take what says that they have a stride or zeros around, and do not read it. */
type ConvKernels = Pick<GraphKernels, "convForward" | "convInputGrad" | "convWeightGrad" | "convInputFactor">;

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

/** Convolutions by the kernels of a module. */
export function convolutionsOnHeap(kernelsOf: (heap: WasmHeap) => ConvKernels) {
  function convolved(heap: WasmHeap, x: Tensor4D, weights: Tensor2D, shape: HeapShape, isLinear: number): Tensor4D {
    const count = x.shape[0];
    const [from, w] = [heap.at(x), heap.at(weights)];
    const y = heap.make<Tensor4D>([count, ...placesOf({ stride: 1, padding: 0, ...shape }), shape.outputs]);
    kernelsOf(heap).convForward({ x: from, w, y: heap.at(y), count, isLinear, ...sizesOf(shape) });
    return y;
  }
  return {
    /** Outputs [count, h, w, outputs] of x [count, height, width, channels]. */
    forward: (heap: WasmHeap, x: Tensor4D, weights: Tensor2D, shape: HeapShape): Tensor4D =>
      convolved(heap, x, weights, shape, 0),
    /** The same without the bias. */
    tangent: (heap: WasmHeap, dx: Tensor4D, weights: Tensor2D, shape: HeapShape): Tensor4D =>
      convolved(heap, dx, weights, shape, 1),
    /** dx for dy [count, h, w, outputs]. */
    inputGrad(heap: WasmHeap, weights: Tensor2D, dy: Tensor4D, shape: HeapShape): Tensor4D {
      const { height, width, channels } = shape;
      const count = dy.shape[0];
      const [w, back] = [heap.at(weights), heap.at(dy)];
      const dx = heap.make<Tensor4D>([count, height, width, channels]);
      kernelsOf(heap).convInputGrad({ w, dy: back, dx: heap.at(dx), count, ...sizesOf(shape) });
      return dx;
    },
    /** dW, of the weights' shape. */
    weightGrad(heap: WasmHeap, x: Tensor4D, dy: Tensor4D, shape: HeapShape): Tensor2D {
      const [from, back] = [heap.at(x), heap.at(dy)];
      const dw = heap.make<Tensor2D>([shape.outputs, patchOf(shape) + Number(shape.bias)]);
      kernelsOf(heap).convWeightGrad({ x: from, dy: back, dw: heap.at(dw), count: x.shape[0], ...sizesOf(shape) });
      return dw;
    },
    /** Σ āāᵀ / count over the patches ā of x, trailing 1 where there is a bias. */
    inputFactor(heap: WasmHeap, x: Tensor4D, shape: HeapShape): Tensor2D {
      const { height, width, channels, kernel, bias, stride, padding } = sizesOf(shape);
      const columns = patchOf(shape) + bias;
      const [from, factor] = [heap.at(x), heap.make<Tensor2D>([columns, columns])];
      const sizes = { count: x.shape[0], height, width, channels, kernel, bias, stride, padding };
      kernelsOf(heap).convInputFactor({ x: from, to: heap.at(factor), ...sizes });
      return factor;
    },
  };
}

/** With stride 1 and nothing around the images. */
export const validOnHeap = convolutionsOnHeap((heap) => heap.kernels);
