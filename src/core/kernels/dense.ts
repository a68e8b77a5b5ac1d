import { concat, matMul, ones, slice, type Tensor2D } from "@tensorflow/tfjs-core";
import { matMulTransposedA, matMulTransposedB } from "./matMul";
import { type WasmHeap, wasmHeap } from "./wasm/heap";

/** Shapes of a dense layer: weights are [outputs, inputs + 1] with the bias last, or [outputs, inputs]. */
export interface DenseShape {
  inputs: number;
  outputs: number;
  bias: boolean;
}

/** x with a column of ones where there is a bias. */
export const withOne = (x: Tensor2D, bias: boolean): Tensor2D =>
  bias ? concat([x, ones([x.shape[0], 1]) as Tensor2D], 1) : x;

/** The weights without their bias column. */
export const linearPart = (weights: Tensor2D, { inputs, outputs, bias }: DenseShape): Tensor2D =>
  bias ? slice(weights, [0, 0], [outputs, inputs]) : weights;

/** W·(x, 1) for x [count, inputs]: [count, outputs]. */
export function denseForward(x: Tensor2D, weights: Tensor2D, shape: DenseShape): Tensor2D {
  const heap = wasmHeap();
  return heap ? forwardOnHeap(heap, x, weights, shape) : plainForward(x, weights, shape);
}

/** dx for dy [count, outputs]: [count, inputs]. */
export function denseInputGrad(weights: Tensor2D, dy: Tensor2D, shape: DenseShape): Tensor2D {
  const heap = wasmHeap();
  return heap ? inputGradOnHeap(heap, weights, dy, shape) : plainInputGrad(weights, dy, shape);
}

/** dW, [outputs, inputs (+1)]. */
export function denseWeightGrad(x: Tensor2D, dy: Tensor2D, shape: DenseShape): Tensor2D {
  const heap = wasmHeap();
  return heap ? weightGradOnHeap(heap, x, dy, shape) : plainWeightGrad(x, dy, shape);
}

const plainForward = (x: Tensor2D, weights: Tensor2D, { bias }: DenseShape) =>
  matMulTransposedB(withOne(x, bias), weights);

const plainInputGrad = (weights: Tensor2D, dy: Tensor2D, shape: DenseShape): Tensor2D =>
  matMul(dy, linearPart(weights, shape));

const plainWeightGrad = (x: Tensor2D, dy: Tensor2D, { bias }: DenseShape) => matMulTransposedA(dy, withOne(x, bias));

/** Bytes of a panel of 8 columns with so many rows, and of the tile beside it (`assembly/matmul.ts`). */
const panelBytes = (rows: number) => 128 + 32 * (rows + 2);

function forwardOnHeap(heap: WasmHeap, x: Tensor2D, weights: Tensor2D, { inputs, outputs, bias }: DenseShape) {
  const count = x.shape[0];
  const [from, by, y] = [heap.at(x), heap.at(weights), heap.make<Tensor2D>([count, outputs])];
  const scratch = heap.scratch(panelBytes(inputs));
  heap.kernels.denseForward(from, by, heap.at(y), count, inputs, outputs, Number(bias), scratch);
  return y;
}

function inputGradOnHeap(heap: WasmHeap, weights: Tensor2D, dy: Tensor2D, { inputs, outputs, bias }: DenseShape) {
  const count = dy.shape[0];
  const [by, from, dx] = [heap.at(weights), heap.at(dy), heap.make<Tensor2D>([count, inputs])];
  const scratch = heap.scratch(panelBytes(outputs));
  heap.kernels.denseInputGrad(by, from, heap.at(dx), count, inputs, outputs, Number(bias), scratch);
  return dx;
}

function weightGradOnHeap(heap: WasmHeap, x: Tensor2D, dy: Tensor2D, { inputs, outputs, bias }: DenseShape) {
  const count = x.shape[0];
  const [from, back, dw] = [heap.at(x), heap.at(dy), heap.make<Tensor2D>([outputs, inputs + Number(bias)])];
  const scratch = heap.scratch(panelBytes(count));
  heap.kernels.denseWeightGrad(from, back, heap.at(dw), count, inputs, outputs, Number(bias), scratch);
  return dw;
}
