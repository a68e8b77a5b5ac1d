import type { Tensor } from "@tensorflow/tfjs-core";
import { eachValueCode, eachValueGroups } from "./activation";
import type { GpuHeap } from "./heap";

/**
 * Sums, value by value, of so many parts of this shape that lie end to end: in their order, so that the result is always the same.
 * `scale` times each, where it is not 1.
 */
export function sumOfParts<T extends Tensor>(
  gpu: GpuHeap,
  sums: Tensor,
  parts: number,
  shape: readonly number[],
  scale = 1,
): T {
  if (parts === 1 && scale === 1) return sums as T;
  const total = gpu.makeBeside<T>(shape);
  const code = () =>
    eachValueCode(
      "total",
      `let size = arrayLength(&total);
    var sum = 0.0;
    for (var next = at; next < arrayLength(&sums); next += size) { sum += sums[next]; }
    total[at] = numbers.scale * sum;`,
    );
  gpu.run({ key: "sumOfParts", code, workgroups: eachValueGroups(total.size) }, { total }, { sums }, { scale });
  return total;
}
