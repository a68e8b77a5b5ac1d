import { add, addN, mul, type Scalar, scalar, sub, sum, type Tensor } from "@tensorflow/tfjs-core";
import { wasmHeap } from "./wasm/heap";
import { eachValue } from "./webgpu/elementwise";
import { type GpuHeap, gpuHeap } from "./webgpu/heap";

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
  if (gpu) return scaleEachOnGpu(gpu, factor, x);
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

/** Σ x·y over all pairs of two lists, as a scalar of the device. */
export function innerProductOf(x: readonly Tensor[], y: readonly Tensor[]): Scalar {
  requirePairs(x, y);
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

function addScaledOnGpu<T extends Tensor>(gpu: GpuHeap, factor: number, x: readonly T[], y: readonly T[]): T[] {
  const sums = gpu.makeList<T>(x.map(({ shape }) => shape));
  const members = sums.map((sum, i) => ({
    size: sum.size,
    outputs: { sum },
    inputs: { a: x[i] as T, b: y[i] as T },
  }));
  eachValue(gpu, "addScaled", "let sum = numbers.factor * a + b;", members, { factor });
  return sums;
}

function scaleEachOnGpu<T extends Tensor>(gpu: GpuHeap, factor: number | Scalar, x: readonly T[]): T[] {
  const scaled = gpu.makeList<T>(x.map(({ shape }) => shape));
  const members = scaled.map((y, i) => ({ size: y.size, outputs: { y }, inputs: { x: x[i] as T } }));
  if (typeof factor === "number") eachValue(gpu, "scale", "let y = numbers.factor * x;", members, { factor });
  else {
    const withFactor = members.map((member) => ({ ...member, scalars: { factor } }));
    eachValue(gpu, "scaleByScalar", "let y = factor * x;", withFactor);
  }
  return scaled;
}

function requirePairs(x: readonly Tensor[], y: readonly Tensor[]): void {
  if (x.length !== y.length) throw new Error(`Lists of ${x.length} and ${y.length} layers cannot be paired.`);
}
