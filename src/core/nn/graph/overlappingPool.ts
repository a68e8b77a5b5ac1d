import { add, maximum, mul, scalar, step, sub, type Tensor, type Tensor4D } from "@tensorflow/tfjs-core";
import { everyNth, spread, withMargins } from "../../kernels/placed/strides";
import type { Layer, LayerCache } from "../layer";

/**
 * Max-pool whose windows overlap, or leave pixels out: `size` and `stride` differ. Rows and columns that do not fill a window are
 * dropped. Each place of the window is an image of its own, and the gradient goes to the first in row, column order that has the
 * maximum, on every backend.
 */
export function createOverlappingPool(
  name: string,
  inputShape: readonly [number, number, number],
  size: number,
  stride: number,
): Layer {
  const [height, width, channels] = inputShape;
  const places = (side: number) => Math.floor((side - size) / stride) + 1;
  const [rows, columns] = [places(height), places(width)];
  const offsets = Array.from({ length: size * size }, (_, k) => ({ top: Math.floor(k / size), left: k % size }));
  const marginsAt = ({ top, left }: { top: number; left: number }) => ({
    top: -top,
    bottom: top + rows * stride - height,
    left: -left,
    right: left + columns * stride - width,
  });
  const opposite = ({ top, bottom, left, right }: ReturnType<typeof marginsAt>) => ({
    top: -top,
    bottom: -bottom,
    left: -left,
    right: -right,
  });
  /** What each place of a window shows of images, [count, rows, columns, channels]. */
  const shown = (images: Tensor) =>
    offsets.map((offset) => everyNth(withMargins(images as Tensor4D, marginsAt(offset)), stride));
  const firstOf = (cache: LayerCache) => offsets.map((_, k) => cache[`first${k}`] as Tensor4D);

  return {
    name,
    weightShape: null,
    inputShape,
    outputShape: [rows, columns, channels],
    forward(_weights, input) {
      const values = shown(input);
      const output = values.reduce((most, value) => maximum(most, value));
      return { output, cache: firsts(values, output) };
    },
    backward(_weights, cache, outputGrad, wanted) {
      if (!wanted.input) return { inputGrad: null, weightGrad: null };
      const parts = firstOf(cache).map((first, k) =>
        withMargins(
          spread(mul(first, outputGrad), stride),
          opposite(marginsAt(offsets[k] as { top: number; left: number })),
        ),
      );
      return { inputGrad: parts.reduce((total, part) => add(total, part)), weightGrad: null };
    },
    jvp(_weights, cache, tangents) {
      if (!tangents.input) throw new Error(`${name}: jvp wants an input tangent.`);
      const seen = shown(tangents.input);
      return firstOf(cache)
        .map((first, k) => mul(first, seen[k] as Tensor4D) as Tensor)
        .reduce((total, part) => add(total, part));
    },
  };
}

/** For each place of the window 1 where it is the first with the maximum, else 0. */
function firsts(values: readonly Tensor4D[], output: Tensor4D): LayerCache {
  const cache: Record<string, Tensor> = {};
  let free: Tensor | null = null;
  values.forEach((value, k) => {
    const has = sub(scalar(1), step(sub(output, value)));
    const first: Tensor = free ? mul(has, free) : has;
    cache[`first${k}`] = first;
    free = free ? sub(free, first) : sub(scalar(1), first);
  });
  return cache;
}
