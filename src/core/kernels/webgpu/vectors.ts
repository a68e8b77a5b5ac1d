import type { Scalar, Tensor, Tensor1D, Tensor2D } from "@tensorflow/tfjs-core";
import { eachValue, type Member } from "./elementwise";
import type { GpuHeap } from "./heap";

const shapesOf = (tensors: readonly Tensor[]) => tensors.map(({ shape }) => shape);

/** `addScaled` (kernels/linearCombination.ts) in one launch. */
export function addScaledOnGpu<T extends Tensor>(gpu: GpuHeap, factor: number, x: readonly T[], y: readonly T[]): T[] {
  const sums = gpu.makeList<T>(shapesOf(x));
  const members = sums.map((sum, i) => ({
    size: sum.size,
    outputs: { sum },
    inputs: { a: x[i] as T, b: y[i] as T },
  }));
  eachValue(gpu, "addScaled", "let sum = numbers.factor * a + b;", members, { factor });
  return sums;
}

/** `scaleEach` in one launch; the factor is a number, or a scalar for each member. */
export function scaleEachOnGpu<T extends Tensor>(
  gpu: GpuHeap,
  factor: number | readonly Scalar[],
  x: readonly T[],
): T[] {
  const scaled = gpu.makeList<T>(shapesOf(x));
  const members = scaled.map((y, i) => ({ size: y.size, outputs: { y }, inputs: { x: x[i] as T } }));
  if (typeof factor === "number") eachValue(gpu, "scale", "let y = numbers.factor * x;", members, { factor });
  else {
    const withFactor = members.map((member, i) => ({ ...member, scalars: { factor: factor[i] as Scalar } }));
    eachValue(gpu, "scaleByScalar", "let y = factor * x;", withFactor);
  }
  return scaled;
}

/** `scaleColumns` in one launch. */
export function scaleColumnsOnGpu(
  gpu: GpuHeap,
  factor: number,
  matrices: readonly Tensor2D[],
  columns: readonly number[],
): Tensor2D[] {
  const made = gpu.makeList<Tensor2D>(shapesOf(matrices));
  const members = made.map((y, i) => ({
    size: y.size,
    sizes: { width: y.shape[1], scaled: columns[i] ?? 0 },
    outputs: { y },
    inputs: { x: matrices[i] as Tensor2D },
  }));
  eachValue(gpu, "scaleColumns", "let y = select(x, numbers.factor * x, i % width(s) < scaled(s));", members, {
    factor,
  });
  return made;
}

/** `heavyBall` in one launch. */
export function heavyBallOnGpu<T extends Tensor>(
  gpu: GpuHeap,
  mu: number,
  trace: readonly T[],
  direction: readonly T[],
  params: readonly T[],
): { trace: T[]; params: T[] } {
  const count = trace.length;
  const made = gpu.makeList<T>([...shapesOf(trace), ...shapesOf(params)]);
  const members = trace.map((m, i) => ({
    size: m.size,
    outputs: { next: made[i] as T, moved: made[count + i] as T },
    inputs: { m, d: direction[i] as T, w: params[i] as T },
  }));
  eachValue(gpu, "heavyBall", "let next = numbers.mu * m + d; let moved = w - next;", members, { mu });
  return { trace: made.slice(0, count), params: made.slice(count) };
}

/** `listFromHost` (kernels/joined.ts). */
export function listOnGpu(
  gpu: GpuHeap,
  values: readonly Float32Array[],
  shapes: readonly (readonly [number, number])[],
): Tensor2D[] {
  const list = gpu.makeList<Tensor2D>(shapes);
  for (const [i, tensor] of list.entries()) gpu.write(tensor, values[i] as Float32Array);
  return list;
}

/** `joinedFlat` in one launch. */
export function joinedOnGpu(gpu: GpuHeap, tensors: readonly Tensor[]): Tensor1D {
  const all = gpu.make<Tensor1D>([tensors.reduce((total, { size }) => total + size, 0)]);
  let from = 0;
  const members = tensors.map((x): Member => {
    const member = { size: x.size, outputs: { y: { tensor: all, from } }, inputs: { x } };
    from += x.size;
    return member;
  });
  eachValue(gpu, "copy", "let y = x;", members);
  return all;
}

/** `splitLike` in one launch. */
export function splitOnGpu(gpu: GpuHeap, row: Tensor2D, like: readonly Tensor2D[]): Tensor2D[] {
  const parts = gpu.makeList<Tensor2D>(shapesOf(like));
  let from = 0;
  const members = parts.map((y): Member => {
    const member = { size: y.size, outputs: { y }, inputs: { x: { tensor: row, from } } };
    from += y.size;
    return member;
  });
  eachValue(gpu, "copy", "let y = x;", members);
  return parts;
}
