import {
  add,
  addN,
  mul,
  type Scalar,
  scalar,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  tensor2d,
} from "@tensorflow/tfjs-core";
import { fused } from "./fused";
import { onGpu } from "./gpuKernels";
import { requirePairs } from "./pairs";
import type { WasmHeap } from "./wasm/heap";

const addScaledTensors = fused(plainAddScaled, { wasm: addScaledOnHeap, webgpu: onGpu("addScaledOnGpu") });
const addScaledOntoTensors = fused(plainAddScaledOnto, { wasm: addScaledOntoOnHeap });
const scaleTensors = fused(plainScaleEach, {
  wasm: scaleEachOnHeap,
  webgpu: (gpu, factor: number | Scalar, x: readonly Tensor[]) =>
    onGpu("scaleEachOnGpu")(gpu, typeof factor === "number" ? factor : x.map(() => factor), x),
});
const scaleTensorsBy = fused(
  (factors: readonly Scalar[], x: readonly Tensor[]) =>
    x.map((value, i) => scaleTensors(factors[i] as Scalar, [value])[0] as Tensor),
  { webgpu: onGpu("scaleEachOnGpu") },
);
const scaleColumnsOfTensors = fused(plainScaleColumns, {
  wasm: scaleColumnsOnHeap,
  webgpu: onGpu("scaleColumnsOnGpu"),
});
const heavyBallOfTensors = fused(plainHeavyBall, { webgpu: onGpu("heavyBallOnGpu") });
const innerProductOfTensors = fused(plainInnerProduct, {
  wasm: innerProductOnHeap,
  webgpu: onGpu("innerProductOnGpu"),
});

/** factor·x + y for each pair of two lists of tensors of the same shapes. */
export function addScaled<T extends Tensor>(factor: number, x: readonly T[], y: readonly T[]): T[] {
  requirePairs(x, y);
  return addScaledTensors(factor, x, y) as T[];
}

/** As `addScaled`, and y is used up: where it costs nothing, on wasm, the sums lie in its place. */
export function addScaledOnto<T extends Tensor>(factor: number, x: readonly T[], y: readonly T[]): T[] {
  requirePairs(x, y);
  return addScaledOntoTensors(factor, x, y) as T[];
}

/** factor·x for each tensor of a list. */
export const scaleEach = <T extends Tensor>(factor: number | Scalar, x: readonly T[]): T[] =>
  scaleTensors(factor, x) as T[];

/** factor_i·x_i for each pair of a scalar of the device and a tensor. */
export function scaleEachBy<T extends Tensor>(factors: readonly Scalar[], x: readonly T[]): T[] {
  requirePairs(factors, x);
  return scaleTensorsBy(factors, x) as T[];
}

/** factor·w in the first so many columns of each matrix, and w itself in the others: new matrices, of the same shapes. */
export function scaleColumns(factor: number, matrices: readonly Tensor2D[], columns: readonly number[]): Tensor2D[] {
  requirePairs(matrices, columns);
  return scaleColumnsOfTensors(factor, matrices, columns);
}

/** m ← μ·m + d and θ ← θ − m, layer by layer. */
export function heavyBall<T extends Tensor>(
  mu: number,
  trace: readonly T[],
  direction: readonly T[],
  params: readonly T[],
): { trace: T[]; params: T[] } {
  requirePairs(trace, direction);
  requirePairs(trace, params);
  return heavyBallOfTensors(mu, trace, direction, params) as { trace: T[]; params: T[] };
}

/** Σ x·y over all pairs of two lists, as a scalar of the device. */
export function innerProductOf(x: readonly Tensor[], y: readonly Tensor[]): Scalar {
  requirePairs(x, y);
  return innerProductOfTensors(x, y);
}

function plainAddScaled(factor: number, x: readonly Tensor[], y: readonly Tensor[]): Tensor[] {
  if (factor === 1) return x.map((value, i) => add(y[i] as Tensor, value));
  if (factor === -1) return x.map((value, i) => sub(y[i] as Tensor, value));
  const resident = scalar(factor);
  return x.map((value, i) => add(mul(resident, value), y[i] as Tensor));
}

function addScaledOnHeap(heap: WasmHeap, factor: number, x: readonly Tensor[], y: readonly Tensor[]): Tensor[] {
  return x.map((value, i) => {
    const [from, onto, to] = [heap.at(value), heap.at(y[i] as Tensor), heap.make(value.shape)];
    heap.kernels.addScaled({ factor, x: from, y: onto, to: heap.at(to), size: value.size });
    return to;
  });
}

function plainAddScaledOnto(factor: number, x: readonly Tensor[], y: readonly Tensor[]): Tensor[] {
  const sums = addScaledTensors(factor, x, y);
  for (const tensor of y) tensor.dispose();
  return sums;
}

function addScaledOntoOnHeap(heap: WasmHeap, factor: number, x: readonly Tensor[], y: readonly Tensor[]): Tensor[] {
  for (const [i, value] of x.entries()) {
    const onto = heap.at(y[i] as Tensor);
    heap.kernels.addScaled({ factor, x: heap.at(value), y: onto, to: onto, size: value.size });
  }
  return [...y];
}

function plainScaleEach(factor: number | Scalar, x: readonly Tensor[]): Tensor[] {
  const resident = typeof factor === "number" ? scalar(factor) : factor;
  return x.map((value) => mul(resident, value));
}

function scaleEachOnHeap(heap: WasmHeap, factor: number | Scalar, x: readonly Tensor[]): Tensor[] {
  const number = typeof factor === "number" ? factor : heap.valueOf(factor);
  return x.map((value) => {
    const [from, to] = [heap.at(value), heap.make(value.shape)];
    heap.kernels.scale({ factor: number, x: from, to: heap.at(to), size: value.size });
    return to;
  });
}

function plainScaleColumns(factor: number, matrices: readonly Tensor2D[], columns: readonly number[]): Tensor2D[] {
  return matrices.map((matrix, i) => {
    const factors = Array.from({ length: matrix.shape[1] }, (_, column) => (column < (columns[i] ?? 0) ? factor : 1));
    return mul(matrix, tensor2d([factors]));
  });
}

function scaleColumnsOnHeap(
  heap: WasmHeap,
  factor: number,
  matrices: readonly Tensor2D[],
  columns: readonly number[],
): Tensor2D[] {
  return matrices.map((matrix, i) => {
    const [rows, width] = matrix.shape;
    const scaled = columns[i] ?? 0;
    const made = heap.make<Tensor2D>(matrix.shape);
    const [from, to] = [heap.at(matrix), heap.at(made)];
    if (scaled === 0) heap.copy(from, to, matrix.size);
    else heap.kernels.scale({ factor, x: from, to, size: matrix.size });
    if (scaled === 0 || scaled === width) return made;
    const [before, after] = [heap.viewOf(matrix), heap.viewOf(made)];
    for (let row = 0; row < rows; row++)
      for (let at = row * width + scaled; at < (row + 1) * width; at++) after[at] = before[at] as number;
    return made;
  });
}

/** As many as a sum of tfjs has room for on WebGPU: a stage there may read and write eight buffers. */
const ADDED_AT_ONCE = 7;

/** The sum of any number of scalars, but for none. */
export function sumOfScalars(scalars: readonly Scalar[]): Scalar {
  if (scalars.length <= ADDED_AT_ONCE) return addN([...scalars]);
  const parts: Scalar[] = [];
  for (let from = 0; from < scalars.length; from += ADDED_AT_ONCE)
    parts.push(addN(scalars.slice(from, from + ADDED_AT_ONCE)));
  return sumOfScalars(parts);
}

function plainHeavyBall(mu: number, trace: readonly Tensor[], direction: readonly Tensor[], params: readonly Tensor[]) {
  const next = addScaled(mu, trace, direction);
  return { trace: next, params: addScaled(-1, next, params) };
}

function plainInnerProduct(x: readonly Tensor[], y: readonly Tensor[]): Scalar {
  return addN(x.map((value, i) => sum(mul(value, y[i] as Tensor)) as Scalar));
}

function innerProductOnHeap(heap: WasmHeap, x: readonly Tensor[], y: readonly Tensor[]): Scalar {
  let total = 0;
  x.forEach((value, i) => {
    total += heap.kernels.innerProduct({ x: heap.at(value), y: heap.at(y[i] as Tensor), size: value.size });
  });
  return heap.scalar(total);
}
