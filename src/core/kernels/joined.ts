import { concat, reshape, split, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import { fused } from "./fused";
import { onGpu } from "./gpuKernels";

const joinedMany = fused(
  (v: readonly Tensor2D[]): Tensor2D =>
    concat(
      v.map((x) => reshape(x, [1, -1]) as Tensor2D),
      1,
    ),
  { webgpu: (gpu, v) => reshape(onGpu("joinedOnGpu")(gpu, v), [1, -1]) },
);

const splitInMany = fused(
  (row: Tensor2D, like: readonly Tensor2D[]): Tensor2D[] => {
    const parts = split(
      row,
      like.map(({ size }) => size),
      1,
    );
    return parts.map((part, i) => reshape(part, (like[i] as Tensor2D).shape));
  },
  { webgpu: onGpu("splitOnGpu") },
);

/** Matrices with these values of the host; on WebGPU they lie side by side, so that a launch over all of them binds one buffer. */
export const listFromHost: (
  values: readonly Float32Array[],
  shapes: readonly (readonly [number, number])[],
) => Tensor2D[] = fused(
  (values, shapes) => values.map((each, i) => tensor2d(each, [...(shapes[i] as readonly [number, number])])),
  {
    webgpu: onGpu("listOnGpu"),
  },
);

/** All matrices end to end as one row [1, n]: an elementwise rule then takes one kernel launch instead of one per layer. */
export const joined = (v: readonly Tensor2D[]): Tensor2D =>
  v.length === 1 ? reshape(v[0] as Tensor2D, [1, -1]) : joinedMany(v);

/** The inverse of `joined`: a row [1, n] cut into the shapes of `like`. */
export const splitLike = (row: Tensor2D, like: readonly Tensor2D[]): Tensor2D[] =>
  like.length === 1 ? [reshape(row, (like[0] as Tensor2D).shape)] : splitInMany(row, like);
