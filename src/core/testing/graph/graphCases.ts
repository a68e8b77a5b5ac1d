import { type Tensor, type Tensor2D, tensor } from "@tensorflow/tfjs-core";
import { layersIn } from "../../nn/graph/build";
import { matricesOf } from "../../nn/graph/matrices";
import { shapeOf } from "../../nn/graph/shapes";
import type { LayerCache } from "../../nn/layer";
import type { NodeSpec } from "../../nn/layerSpec";
import type { NodeLayer } from "../../nn/node";
import { graphOf } from "../../tasks/givenGraph";
import { channelFirstOrder } from "../../tasks/traceOrder";

/** A tensor of `layers.json`: row-major, batch first, images channels first. */
export interface FileTensor {
  shape: number[];
  values: number[];
}

/** Moves entries of a list: `order[ours]` is the file's place. */
const toOurs = (values: readonly number[], order: Int32Array): number[] =>
  Array.from(order, (place) => values[place] as number);

function toTheirs(values: readonly number[], order: Int32Array): number[] {
  const moved = new Array<number>(values.length);
  order.forEach((place, ours) => {
    moved[place] = values[ours] as number;
  });
  return moved;
}

/** The places of images [count, channels, height, width] in the order [count, height, width, channels]. */
function imageOrder([count = 1, channels = 1, height = 1, width = 1]: readonly number[]): Int32Array {
  const one = channelFirstOrder(height, width, channels);
  return Int32Array.from({ length: count * one.length }, (_, at) => {
    return Math.floor(at / one.length) * one.length + (one[at % one.length] as number);
  });
}

const isImages = ({ shape }: FileTensor) => shape.length === 4;

/** Values of a node as our layers have them: images channels last, sequences as rows of tokens. */
export function valueIn(file: FileTensor): Tensor {
  const [count = 1, ...rest] = file.shape;
  if (isImages(file)) {
    const [channels = 1, height = 1, width = 1] = rest;
    return tensor(toOurs(file.values, imageOrder(file.shape)), [count, height, width, channels]);
  }
  return rest.length === 2
    ? tensor(file.values, [count * (rest[0] ?? 1), rest[1] ?? 1])
    : tensor(file.values, file.shape);
}

/** Our values in the file's order. */
export const valueOut = (values: readonly number[], like: FileTensor): number[] =>
  isImages(like) ? toTheirs(values, imageOrder(like.shape)) : [...values];

/** A node's value in the file's order, and back: flattened images have their channels last with us. */
export const resultOut = (spec: NodeSpec, input: FileTensor, values: readonly number[], like: FileTensor): number[] =>
  spec.kind === "flatten" ? toTheirs(values, imageOrder(input.shape)) : valueOut(values, like);
export const resultIn = (spec: NodeSpec, input: FileTensor, file: FileTensor): Tensor =>
  spec.kind === "flatten" ? tensor(toOurs(file.values, imageOrder(input.shape)), file.shape) : valueIn(file);

/** The file's place of each entry of our weights: channels come first in kernels and in what is flattened of an image. */
function weightOrder(spec: NodeSpec, input: FileTensor, [rows = 1, columns = 1]: readonly number[]): Int32Array {
  const [, channels = 1, height = 1, width = 1] = input.shape;
  const perRow = Int32Array.from({ length: columns }, (_, column) => column);
  if (spec.kind === "conv") perRow.set(channelFirstOrder(spec.kernel, spec.kernel, spec.channels));
  if (spec.kind === "dense" && isImages(input)) perRow.set(channelFirstOrder(height, width, channels));
  return Int32Array.from({ length: rows * columns }, (_, at) => {
    const row = Math.floor(at / columns);
    return row * columns + (perRow[at % columns] as number);
  });
}

export const weightsIn = (spec: NodeSpec, input: FileTensor, { shape, values }: FileTensor): Tensor2D =>
  tensor(toOurs(values, weightOrder(spec, input, shape)), shape as [number, number]);
export const weightsOut = (spec: NodeSpec, input: FileTensor, values: readonly number[], like: FileTensor): number[] =>
  toTheirs(values, weightOrder(spec, input, like.shape));

/** A square matrix over the columns of a layer's weights, in the file's order. */
export function factorOut(spec: NodeSpec, input: FileTensor, values: readonly number[], like: FileTensor): number[] {
  const [size = 1] = like.shape;
  const order = weightOrder(spec, input, [1, size]);
  const moved = new Array<number>(values.length);
  order.forEach((row, i) => {
    order.forEach((column, j) => {
      moved[row * size + column] = values[i * size + j] as number;
    });
  });
  return moved;
}

/** A node alone, between inputs and a value of its own. */
export interface LoneNode {
  spec: NodeSpec;
  layers: readonly NodeLayer[];
  forward(
    weights: readonly Tensor2D[],
    inputs: readonly Tensor[],
    running?: Tensor2D,
  ): { output: Tensor; caches: LayerCache[] };
  backward(
    weights: readonly Tensor2D[],
    caches: readonly LayerCache[],
    outputGrad: Tensor,
  ): {
    inputGrads: readonly (Tensor | null)[];
    weightGrads: readonly Tensor2D[];
    /** At the layer with the weights. */
    outputGrad: Tensor;
  };
  jvp(
    weights: readonly Tensor2D[],
    caches: readonly LayerCache[],
    inputs: readonly (Tensor | null)[],
    tangents: readonly Tensor2D[],
  ): Tensor;
}

/** The layers of a node of the file whose inputs have these shapes there. */
export function loneNode(node: never, inputs: readonly FileTensor[], edges: number): LoneNode {
  const { layers: specs } = graphOf({ layers: [node], xShape: [1] } as never);
  const spec = specs[0] as NodeSpec;
  const shapeIn = (file: FileTensor): number[] => {
    const [, ...rest] = file.shape;
    return isImages(file) ? [rest[1] ?? 1, rest[2] ?? 1, rest[0] ?? 1] : rest;
  };
  const inputShapes = inputs.slice(0, edges).map(shapeIn);
  const isSequence = spec.kind === "embedding" || inputShapes[0]?.length === 2;
  const tokens = isSequence ? -1 : null;
  const layers = layersIn(
    {
      spec,
      name: spec.kind,
      from: [],
      inputShapes,
      shape: shapeOf(spec, spec.kind, inputShapes, tokens),
      tokens,
      matrices: matricesOf(spec).map(({ suffix, shape }) => ({ name: spec.kind + suffix, shape })),
      params: [],
    },
    { source: 1, target: 1, padding: 0 },
  );
  /** Weights go to the layer that has some. */
  const own = <T>(layer: NodeLayer, weights: readonly T[]) => (layer.matrices.length > 0 ? weights : []);
  return {
    spec,
    layers,
    forward(weights, given, running) {
      const caches: LayerCache[] = [];
      let values = given;
      for (const layer of layers) {
        const { output, cache } = layer.forward(own(layer, weights), values, layer.statistics && running);
        caches.push(cache);
        values = [output];
      }
      return { output: values[0] as Tensor, caches };
    },
    backward(weights, caches, outputGrad) {
      let grads: readonly (Tensor | null)[] = [outputGrad];
      let weightGrads: readonly Tensor2D[] = [];
      let atWeights = outputGrad;
      for (const [k, layer] of [...layers.entries()].reverse()) {
        const grad = grads[0] as Tensor;
        if (layer.matrices.length > 0) atWeights = grad;
        const inputs = k === 0 ? inputShapes.map(() => spec.kind !== "embedding") : [true];
        const made = layer.backward(own(layer, weights), caches[k] as LayerCache, grad, { inputs, weights: true });
        grads = made.inputGrads;
        if (layer.matrices.length > 0) weightGrads = made.weightGrads;
      }
      return { inputGrads: grads, weightGrads, outputGrad: atWeights };
    },
    jvp(weights, caches, given, tangents) {
      let inputs = given;
      for (const [k, layer] of layers.entries())
        inputs = [layer.jvp(own(layer, weights), caches[k] as LayerCache, { inputs, weights: own(layer, tangents) })];
      return inputs[0] as Tensor;
    },
  };
}
