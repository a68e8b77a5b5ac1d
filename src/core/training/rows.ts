import { type Tensor, type Tensor2D, tensor, tensor2d } from "@tensorflow/tfjs-core";
import { type Crop, gatherCrops, gatherRows } from "../data/inputs";
import type { Split } from "../tasks/task";

/** Copies examples of a split into an input tensor [rows, ...inputShape]; images by their crops, where those are told. */
export function inputRows(
  { x }: Split,
  rows: ArrayLike<number>,
  inputShape: readonly number[],
  cropOf?: (row: number) => Crop,
): Tensor {
  const size = inputShape.reduce((product, n) => product * n, 1);
  const isCropped = cropOf && !(x instanceof Float32Array);
  const values = isCropped ? gatherCrops(x, rows, inputShape, cropOf) : gatherRows(x, rows, size);
  return tensor(values, [rows.length, ...inputShape]);
}

/** Targets of examples, [rows, outputs]: values, or a 1 at the class. */
export function targetRows(split: Split, rows: ArrayLike<number>, outputs: number): Tensor2D {
  const { y } = split;
  if (y instanceof Float32Array) return tensor2d(gatherRows(y, rows, outputs), [rows.length, outputs]);
  const oneHot = new Float32Array(rows.length * outputs);
  for (let i = 0; i < rows.length; i++) oneHot[i * outputs + (y[rows[i] as number] as number)] = 1;
  return tensor2d(oneHot, [rows.length, outputs]);
}
