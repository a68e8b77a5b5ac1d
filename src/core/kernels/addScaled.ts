import { add, mul, scalar, type Tensor } from "@tensorflow/tfjs-core";
import { wasmHeap } from "./wasm/heap";

/** factor·x + y for each pair of two lists of tensors of the same shapes. */
export function addScaled<T extends Tensor>(factor: number, x: readonly T[], y: readonly T[]): T[] {
  if (x.length !== y.length) throw new Error(`Lists of ${x.length} and ${y.length} layers cannot be paired.`);
  const heap = wasmHeap();
  if (!heap) {
    const resident = scalar(factor);
    return x.map((value, i) => add(mul(resident, value), y[i] as T));
  }
  return x.map((value, i) => {
    const [from, onto, sum] = [heap.at(value), heap.at(y[i] as T), heap.make<T>(value.shape)];
    heap.kernels.addScaled(factor, from, onto, heap.at(sum), value.size);
    return sum;
  });
}
