import { mergedAxes, stridesOf } from "./layout";

/** What is done with two values: one operation in float64, rounded to float32 where it is stored. */
export type ElementOp = "Add" | "Sub" | "Multiply" | "RealDiv" | "Maximum" | "Minimum";

/** A float32 tensor's values and shape. */
export interface Values {
  values: Float32Array;
  shape: readonly number[];
}

/** Strides of a tensor as it is walked through in the shape of a result: 0 along what is repeated. */
function repeatedStrides(shape: readonly number[], result: readonly number[]): number[] {
  const missing = result.length - shape.length;
  const strides = stridesOf(shape);
  return result.map((_, axis) =>
    axis < missing || shape[axis - missing] === 1 ? 0 : (strides[axis - missing] as number),
  );
}

/** a op b, both repeated to the shape of the result. */
export function elementwise(op: ElementOp, a: Values, b: Values, result: readonly number[]): Float32Array {
  const axes = mergedAxes(result, [repeatedStrides(a.shape, result), repeatedStrides(b.shape, result)]);
  const [stepsA, stepsB] = axes.strides as [number[], number[]];
  const out = new Float32Array(axes.shape.reduce((size, length) => size * length, 1));
  const last = axes.shape.length - 1;
  const length = axes.shape[last] as number;
  const [stepA, stepB] = [stepsA[last] as number, stepsB[last] as number];
  let target = 0;
  const walk = (axis: number, atA: number, atB: number) => {
    if (axis < last) {
      for (let i = 0; i < (axes.shape[axis] as number); i++)
        walk(axis + 1, atA + i * (stepsA[axis] as number), atB + i * (stepsB[axis] as number));
      return;
    }
    LINE[op](a.values, atA, stepA, b.values, atB, stepB, out, target, target + length);
    target += length;
  };
  walk(0, 0, 0);
  return out;
}

type Line = (
  a: Float32Array,
  atA: number,
  stepA: number,
  b: Float32Array,
  atB: number,
  stepB: number,
  out: Float32Array,
  from: number,
  to: number,
) => void;

/** A loop for each operation: one loop that is told what to do would call it for every value. */
const LINE: Record<ElementOp, Line> = {
  Add: (a, atA, stepA, b, atB, stepB, out, from, to) => {
    for (let i = from, j = atA, k = atB; i < to; i++, j += stepA, k += stepB)
      out[i] = (a[j] as number) + (b[k] as number);
  },
  Sub: (a, atA, stepA, b, atB, stepB, out, from, to) => {
    for (let i = from, j = atA, k = atB; i < to; i++, j += stepA, k += stepB)
      out[i] = (a[j] as number) - (b[k] as number);
  },
  Multiply: (a, atA, stepA, b, atB, stepB, out, from, to) => {
    for (let i = from, j = atA, k = atB; i < to; i++, j += stepA, k += stepB)
      out[i] = (a[j] as number) * (b[k] as number);
  },
  RealDiv: (a, atA, stepA, b, atB, stepB, out, from, to) => {
    for (let i = from, j = atA, k = atB; i < to; i++, j += stepA, k += stepB)
      out[i] = (a[j] as number) / (b[k] as number);
  },
  Maximum: (a, atA, stepA, b, atB, stepB, out, from, to) => {
    for (let i = from, j = atA, k = atB; i < to; i++, j += stepA, k += stepB)
      out[i] = Math.max(a[j] as number, b[k] as number);
  },
  Minimum: (a, atA, stepA, b, atB, stepB, out, from, to) => {
    for (let i = from, j = atA, k = atB; i < to; i++, j += stepA, k += stepB)
      out[i] = Math.min(a[j] as number, b[k] as number);
  },
};
