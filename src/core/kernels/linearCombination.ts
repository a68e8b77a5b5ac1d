import { add, addN, mul, type Scalar, scalar, sub, sum, type Tensor } from "@tensorflow/tfjs-core";
import { wasmHeap } from "./wasm/heap";
import { gpuHeap } from "./webgpu/heap";
import { innerProductOnGpu } from "./webgpu/reduce";
import { addScaledOnGpu, heavyBallOnGpu, scaleEachOnGpu } from "./webgpu/vectors";

/** factor·x + y for each pair of two lists of tensors of the same shapes. */
export function addScaled<T extends Tensor>(factor: number, x: readonly T[], y: readonly T[]): T[] {
  requirePairs(x, y);
  const gpu = gpuHeap();
  if (gpu) return addScaledOnGpu(gpu, factor, x, y);
  const heap = wasmHeap();
  if (!heap) return plainAddScaled(factor, x, y);
  return x.map((value, i) => {
    const [from, onto, to] = [heap.at(value), heap.at(y[i] as T), heap.make<T>(value.shape)];
    heap.kernels.addScaled(factor, from, onto, heap.at(to), value.size);
    return to;
  });
}

/** factor·x for each tensor of a list. */
export function scaleEach<T extends Tensor>(factor: number | Scalar, x: readonly T[]): T[] {
  const gpu = gpuHeap();
  if (gpu) return scaleEachOnGpu(gpu, typeof factor === "number" ? factor : x.map(() => factor), x);
  const heap = wasmHeap();
  if (!heap) {
    const resident = typeof factor === "number" ? scalar(factor) : factor;
    return x.map((value) => mul(resident, value));
  }
  const number = typeof factor === "number" ? factor : heap.valueOf(factor);
  return x.map((value) => {
    const [from, to] = [heap.at(value), heap.make<T>(value.shape)];
    heap.kernels.scale(number, from, heap.at(to), value.size);
    return to;
  });
}

/** factor_i·x_i for each pair of a scalar of the device and a tensor. */
export function scaleEachBy<T extends Tensor>(factors: readonly Scalar[], x: readonly T[]): T[] {
  requirePairs(factors, x);
  const gpu = gpuHeap();
  if (gpu) return scaleEachOnGpu(gpu, factors, x);
  return x.map((value, i) => scaleEach(factors[i] as Scalar, [value])[0] as T);
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
  const gpu = gpuHeap();
  if (gpu) return heavyBallOnGpu(gpu, mu, trace, direction, params);
  const next = addScaled(mu, trace, direction);
  return { trace: next, params: addScaled(-1, next, params) };
}

/** Σ x·y over all pairs of two lists, as a scalar of the device. */
export function innerProductOf(x: readonly Tensor[], y: readonly Tensor[]): Scalar {
  requirePairs(x, y);
  const gpu = gpuHeap();
  if (gpu) return innerProductOnGpu(gpu, x, y);
  const heap = wasmHeap();
  if (!heap) return addN(x.map((value, i) => sum(mul(value, y[i] as Tensor)) as Scalar));
  let total = 0;
  x.forEach((value, i) => {
    total += heap.kernels.innerProduct(heap.at(value), heap.at(y[i] as Tensor), value.size);
  });
  return heap.scalar(total);
}

function plainAddScaled<T extends Tensor>(factor: number, x: readonly T[], y: readonly T[]): T[] {
  if (factor === 1) return x.map((value, i) => add(y[i] as T, value));
  if (factor === -1) return x.map((value, i) => sub(y[i] as T, value));
  const resident = scalar(factor);
  return x.map((value, i) => add(mul(resident, value), y[i] as T));
}

function requirePairs(x: readonly Tensor[], y: readonly Tensor[]): void {
  if (x.length !== y.length) throw new Error(`Lists of ${x.length} and ${y.length} layers cannot be paired.`);
}
