import { type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { joined, splitLike } from "../kernels/joined";
import type { Vector } from "./vectors";

/** All layers end to end in float64 on the host, by one awaited read-back; what `make` builds on the way is disposed. */
export async function readVector(make: () => Vector): Promise<Float64Array> {
  const row = tidy(() => joined(make()));
  const values = Float64Array.from(await row.data());
  row.dispose();
  return values;
}

/** The inverse of `readVector`: values of the host cut into the shapes of `like`, in float32. */
export function toVector(values: Float64Array, like: Vector): Tensor2D[] {
  return splitLike(tensor2d(Float32Array.from(values), [1, values.length]), like);
}
