import { type Tensor, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import { gatherCrops, gatherRows } from "../data/inputs";
import { filled } from "../kernels/filled";
import type { Sequences } from "../nn/layerSpec";
import type { Split } from "../tasks/task";
import { cropAt, leaveOut, type Showing } from "./augment";

/** Copies examples of a split into an input tensor [rows, ...inputShape]; augmented where a showing is told: images, else tokens. */
export function inputRows(
  { x }: Split,
  rows: ArrayLike<number>,
  inputShape: readonly number[],
  showing?: Showing,
): Tensor {
  const size = inputShape.reduce((product, n) => product * n, 1);
  return filled([rows.length, ...inputShape], (values) => {
    if (showing && !(x instanceof Float32Array)) {
      gatherCrops(x, rows, inputShape, (row) => cropAt(showing, row), values);
      return;
    }
    gatherRows(x, rows, size, values);
    if (!showing) return;
    for (let i = 0; i < rows.length; i++)
      leaveOut(values.subarray(i * size, (i + 1) * size), showing, rows[i] as number);
  });
}

/** Targets of examples, [rows, outputs]: values, or a 1 at the class. */
export function targetRows(split: Split, rows: ArrayLike<number>, outputs: number): Tensor2D {
  const { y } = split;
  if (y instanceof Float32Array) return tensor2d(gatherRows(y, rows, outputs), [rows.length, outputs]);
  const oneHot = new Float32Array(rows.length * outputs);
  for (let i = 0; i < rows.length; i++) oneHot[i * outputs + (y[rows[i] as number] as number)] = 1;
  return tensor2d(oneHot, [rows.length, outputs]);
}

/** Tokens that a batch of sequences is to say, [rows·length, 1], and their shares in its loss: equal, and 0 for padding. */
export function tokenRows(
  split: Split,
  rows: ArrayLike<number>,
  { target: length, padding }: Sequences,
): { target: Tensor2D; rowShares: Tensor2D } {
  const tokens = new Float32Array(rows.length * length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    tokens.set(split.y.subarray(row * length, (row + 1) * length), i * length);
  }
  const count = tokens.reduce((sum, token) => sum + (token === padding ? 0 : 1), 0);
  return {
    target: tensor2d(tokens, [tokens.length, 1]),
    rowShares: tensor2d(
      tokens.map((token) => (token === padding ? 0 : 1 / count)),
      [tokens.length, 1],
    ),
  };
}
