import type { LayerSpec } from "../nn/layerSpec";
import { weightShape } from "./init";

/** Output shape of a layer, channels last. A pool of 0 or 1 pools nothing; what does not fill a window is dropped. */
export function outputShape(layer: LayerSpec, inputShape: readonly number[]): number[] {
  if (layer.kind === "dense") return [layer.outputs];
  const side = (size: number) => Math.floor((size - layer.kernel + 1) / Math.max(1, layer.pool));
  const [height = 0, width = 0] = inputShape;
  return [side(height), side(width), layer.outputs];
}

/**
 * Channel-first position of each channels-last one: order[(row·width + column)·channels + channel] is the index in the
 * order channel, row, column.
 */
export function channelFirstOrder(height: number, width: number, channels: number): Int32Array {
  const order = new Int32Array(height * width * channels);
  for (let position = 0; position < height * width; position++) {
    for (let channel = 0; channel < channels; channel++) {
      order[position * channels + channel] = channel * height * width + position;
    }
  }
  return order;
}

/**
 * For each layer, the trace's column of each of our columns: traces put channels first, in convolution kernels and where
 * images are flattened into a dense layer. Shapes of inputs are channels last. Biases stay last.
 */
export function traceColumns(layers: readonly LayerSpec[], inputShape: readonly number[]): Int32Array[] {
  let shape = inputShape;
  return layers.map((layer) => {
    const [, columns] = weightShape(layer);
    const order = Int32Array.from({ length: columns }, (_, column) => column);
    const [height = 1, width = 1, channels = 1] = shape;
    if (layer.kind === "conv") order.set(channelFirstOrder(layer.kernel, layer.kernel, layer.channels));
    else if (shape.length === 3) order.set(channelFirstOrder(height, width, channels));
    shape = outputShape(layer, shape);
    return order;
  });
}

/** Weights [out, in (+1)] of each layer, row-major, from our column order to the one that traces use. */
export function toTraceOrder(
  layers: readonly LayerSpec[],
  inputShape: readonly number[],
  params: readonly Float32Array[],
): Float32Array[] {
  return permute(layers, inputShape, params, (ours, trace) => [trace, ours]);
}

/** The inverse of `toTraceOrder`. */
export function fromTraceOrder(
  layers: readonly LayerSpec[],
  inputShape: readonly number[],
  params: readonly Float32Array[],
): Float32Array[] {
  return permute(layers, inputShape, params, (ours, trace) => [ours, trace]);
}

function permute(
  layers: readonly LayerSpec[],
  inputShape: readonly number[],
  params: readonly Float32Array[],
  direction: (ours: number, trace: number) => [to: number, from: number],
): Float32Array[] {
  const orders = traceColumns(layers, inputShape);
  return params.map((values, i) => {
    const order = orders[i] as Int32Array;
    const moved = new Float32Array(values.length);
    for (let start = 0; start < values.length; start += order.length) {
      order.forEach((trace, ours) => {
        const [to, from] = direction(ours, trace);
        moved[start + to] = values[start + from] as number;
      });
    }
    return moved;
  });
}
