import type { LayerSpec } from "../../nn/layerSpec";
import { filled, type Rows } from "./rows";

type Layer = LayerSpec;

/** [channels, height, width]; a vector is [n, 1, 1]. */
type Shape = readonly [number, number, number];

/** What one example leaves behind in a layer. */
interface Seen {
  shape: Shape;
  /** ā at each position, [positions, in (+1)]: columns channel, kernel row, kernel column, then the bias's 1. */
  patches: Rows;
  /** Before the activation, [positions, out]. */
  linear: Rows;
  /** Which activated value, by out·positions + position, each pooled value is. */
  winners: number[];
}

/** One example after a forward pass. */
export interface Example {
  outputs: number[];
  seen: Seen[];
}

const ACTIVATION = {
  tanh: { value: Math.tanh, slope: (z: number) => 1 - Math.tanh(z) ** 2 },
  relu: { value: (z: number) => Math.max(0, z), slope: (z: number) => (z > 0 ? 1 : 0) },
  linear: { value: (z: number) => z, slope: () => 1 },
};

const kernelOf = (layer: Layer) => (layer.kind === "conv" ? layer.kernel : 1);

/** Where in its flattened input each entry of a patch comes from, for each position: im2col as indices. */
function patchPlaces(layer: Layer, [channels, height, width]: Shape): number[][] {
  if (layer.kind === "dense") return [Array.from({ length: channels * height * width }, (_, i) => i)];
  const places: number[][] = [];
  for (let top = 0; top + layer.kernel <= height; top++)
    for (let left = 0; left + layer.kernel <= width; left++) {
      const patch: number[] = [];
      for (let channel = 0; channel < channels; channel++)
        for (let row = 0; row < layer.kernel; row++)
          for (let column = 0; column < layer.kernel; column++)
            patch.push((channel * height + top + row) * width + left + column);
      places.push(patch);
    }
  return places;
}

/** Convolution or product, activation, then max-pool: the textbook's order. */
export function forward(
  layers: readonly Layer[],
  xShape: readonly number[],
  params: readonly Rows[],
  x: readonly number[],
): Example {
  let values = [...x];
  let shape: Shape = [xShape[0] ?? 1, xShape[1] ?? 1, xShape[2] ?? 1];
  const seen = layers.map((layer, l): Seen => {
    const patches = patchPlaces(layer, shape).map((places) => {
      const patch = places.map((place) => values[place] as number);
      return (layer.bias ?? true) ? [...patch, 1] : patch;
    });
    const weights = params[l] as Rows;
    const linear = patches.map((patch) =>
      weights.map((row) => row.reduce((sum, weight, i) => sum + weight * (patch[i] as number), 0)),
    );
    const [height, width] = [shape[1] - kernelOf(layer) + 1, shape[2] - kernelOf(layer) + 1];
    const map: [number, number] = layer.kind === "dense" ? [1, 1] : [height, width];
    const activated = weights.flatMap((_, o) =>
      linear.map((row) => ACTIVATION[layer.activation].value(row[o] as number)),
    );
    const pool = layer.kind === "conv" && layer.pool > 1 ? layer.pool : 1;
    const winners = maxPool(activated, weights.length, map, pool);
    const before = shape;
    values = winners.map((winner) => activated[winner] as number);
    shape = [weights.length, Math.floor(map[0] / pool), Math.floor(map[1] / pool)];
    return { shape: before, patches, linear, winners };
  });
  return { outputs: values, seen };
}

/** The index of the largest value of each window; what does not fill a window is dropped. */
function maxPool(
  values: readonly number[],
  channels: number,
  [height, width]: [number, number],
  size: number,
): number[] {
  const winners: number[] = [];
  for (let channel = 0; channel < channels; channel++)
    for (let top = 0; top + size <= height; top += size)
      for (let left = 0; left + size <= width; left += size) {
        let best = -1;
        for (let row = top; row < top + size; row++)
          for (let column = left; column < left + size; column++) {
            const place = (channel * height + row) * width + column;
            if (best < 0 || (values[place] as number) > (values[best] as number)) best = place;
          }
        winners.push(best);
      }
  return winners;
}

/** δ of each layer, [positions, out]: the gradient before the activation, from that of the outputs. */
export function backward(
  layers: readonly Layer[],
  params: readonly Rows[],
  { seen }: Example,
  outputGrad: readonly number[],
): Rows[] {
  const deltas: Rows[] = [];
  let grad = [...outputGrad];
  for (let l = layers.length - 1; l >= 0; l--) {
    const layer = layers[l] as Layer;
    const { shape, linear, winners } = seen[l] as Seen;
    const weights = params[l] as Rows;
    const positions = linear.length;
    const delta = filled(positions, weights.length);
    winners.forEach((winner, k) => {
      const [o, t] = [Math.floor(winner / positions), winner % positions];
      const row = delta[t] as number[];
      row[o] = (row[o] as number) + (grad[k] as number) * ACTIVATION[layer.activation].slope(linear[t]?.[o] as number);
    });
    deltas.unshift(delta);
    const next = new Array<number>(shape[0] * shape[1] * shape[2]).fill(0);
    patchPlaces(layer, shape).forEach((places, t) => {
      places.forEach((place, i) => {
        weights.forEach((row, o) => {
          next[place] = (next[place] as number) + (delta[t]?.[o] as number) * (row[i] as number);
        });
      });
    });
    grad = next;
  }
  return deltas;
}

/** Σ over positions of leftᵀ·right. */
export function positionSum(left: Rows, right: Rows): Rows {
  const sum = filled(left[0]?.length ?? 0, right[0]?.length ?? 0);
  left.forEach((a, t) => {
    a.forEach((x, i) => {
      const row = sum[i] as number[];
      right[t]?.forEach((y, j) => {
        row[j] = (row[j] as number) + x * y;
      });
    });
  });
  return sum;
}
