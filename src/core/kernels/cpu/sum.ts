import type { Values } from "./elementwise";
import { mergedAxes, stridesOf } from "./layout";

/**
 * Sums over some axes, in ascending order, of values that are each divided by `count` and rounded before (1: as they are): for each
 * value of the rest one sum in float64, in the order in which they lie.
 */
export function sumOver({ values, shape }: Values, over: readonly number[], count: number): Float32Array {
  const strides = stridesOf(shape);
  const isOver = (_: number, axis: number) => over.includes(axis);
  const isKept = (_: number, axis: number) => !over.includes(axis);
  const kept = mergedAxes(shape.filter(isKept), [strides.filter(isKept)]);
  const summed = mergedAxes(shape.filter(isOver), [strides.filter(isOver)]);
  const out = new Float32Array(kept.shape.reduce((size, length) => size * length, 1));
  let target = 0;
  const walk = (axis: number, at: number) => {
    if (axis === kept.shape.length) {
      out[target++] = sumFrom(values, at, summed.shape, summed.strides[0] as number[], 0, 0, count);
      return;
    }
    for (let i = 0; i < (kept.shape[axis] as number); i++) walk(axis + 1, at + i * (kept.strides[0]?.[axis] as number));
  };
  walk(0, 0);
  return out;
}

/** `sum` and what lies from `at` on along these axes, one after another. */
function sumFrom(
  values: Float32Array,
  at: number,
  shape: readonly number[],
  strides: readonly number[],
  axis: number,
  sum: number,
  count: number,
): number {
  const [length, step] = [shape[axis] as number, strides[axis] as number];
  let total = sum;
  if (axis + 1 < shape.length)
    for (let i = 0; i < length; i++) total = sumFrom(values, at + i * step, shape, strides, axis + 1, total, count);
  else if (count === 1) for (let i = 0, x = at; i < length; i++, x += step) total += values[x] as number;
  else for (let i = 0, x = at; i < length; i++, x += step) total += Math.fround((values[x] as number) / count);
  return total;
}
