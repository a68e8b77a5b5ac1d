import { type Tensor, type Tensor2D, tensor, tensor2d } from "@tensorflow/tfjs-core";
import type { Split } from "../tasks/task";

/** Copies examples of a split into an input tensor [rows, ...inputShape]. */
export function inputRows(split: Split, rows: ArrayLike<number>, inputShape: readonly number[]): Tensor {
  const size = inputShape.reduce((product, n) => product * n, 1);
  return tensor(copyRows(split.x, rows, size), [rows.length, ...inputShape]);
}

/** Targets of examples, [rows, outputs]: values, or a 1 at the class. */
export function targetRows(split: Split, rows: ArrayLike<number>, outputs: number): Tensor2D {
  const { y } = split;
  if (y instanceof Float32Array) return tensor2d(copyRows(y, rows, outputs), [rows.length, outputs]);
  const oneHot = new Float32Array(rows.length * outputs);
  for (let i = 0; i < rows.length; i++) oneHot[i * outputs + (y[rows[i] as number] as number)] = 1;
  return tensor2d(oneHot, [rows.length, outputs]);
}

/** Rows of `size` values each, end to end. */
export function copyRows(values: Float32Array, rows: ArrayLike<number>, size: number): Float32Array {
  const copy = new Float32Array(rows.length * size);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    copy.set(values.subarray(row * size, (row + 1) * size), i * size);
  }
  return copy;
}
