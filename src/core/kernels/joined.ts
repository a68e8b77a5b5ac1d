import { concat, reshape, split, type Tensor2D } from "@tensorflow/tfjs-core";
import { gpuHeap } from "./webgpu/heap";
import { joinedOnGpu, splitOnGpu } from "./webgpu/vectors";

/** All matrices end to end as one row [1, n]: an elementwise rule then takes one kernel launch instead of one per layer. */
export function joined(v: readonly Tensor2D[]): Tensor2D {
  if (v.length === 1) return reshape(v[0] as Tensor2D, [1, -1]);
  const gpu = gpuHeap();
  if (gpu) return reshape(joinedOnGpu(gpu, v), [1, -1]);
  return concat(
    v.map((x) => reshape(x, [1, -1]) as Tensor2D),
    1,
  );
}

/** The inverse of `joined`: a row [1, n] cut into the shapes of `like`. */
export function splitLike(row: Tensor2D, like: readonly Tensor2D[]): Tensor2D[] {
  if (like.length === 1) return [reshape(row, (like[0] as Tensor2D).shape)];
  const gpu = gpuHeap();
  if (gpu) return splitOnGpu(gpu, row, like);
  const parts = split(
    row,
    like.map(({ size }) => size),
    1,
  );
  return parts.map((part, i) => reshape(part, (like[i] as Tensor2D).shape));
}
