import type { ConvPasses, ConvShape } from "../kernels/operands/convolution";
import { createActivation } from "./activation";
import { createConv } from "./conv";
import { createDense } from "./dense";
import { createFlatten } from "./flatten";
import type { Layer } from "./layer";
import type { LayerSpec } from "./layerSpec";
import { createMaxPool } from "./maxPool";

type DenseSpec = Extract<LayerSpec, { kind: "dense" }>;
type ConvSpec = Extract<LayerSpec, { kind: "conv" }>;
type PassesOf = (shape: ConvShape) => ConvPasses;

/**
 * Layers of a dense layer or a convolution, which carry the activation behind them. Pooling comes before the activation: the same
 * values for a rising activation, and cheaper. Throws an error that names the layer where the input does not fit. `passesOf`: of a
 * convolution with stride or padding.
 */
export function layersOf(
  spec: DenseSpec | ConvSpec,
  name: string,
  inputShape: readonly number[],
  passesOf?: PassesOf,
): Layer[] {
  return spec.kind === "conv" ? convLayers(spec, name, inputShape, passesOf) : denseLayers(spec, name, inputShape);
}

function convLayers(spec: ConvSpec, name: string, inputShape: readonly number[], passesOf?: PassesOf): Layer[] {
  const images = asImages(name, inputShape);
  if (images[2] !== spec.channels) throw new Error(`${name}: expects ${spec.channels} channels and gets ${images[2]}.`);
  const { outputs, kernel, pool, activation, bias = true } = spec;
  const conv = createConv({ name, inputShape: images, outputs, kernel, bias }, passesOf);
  if (pool > 1) return [conv, createMaxPool(`${name}.pool`, asImages(name, conv.outputShape), pool, activation)];
  if (activation === "linear") return [conv];
  return [conv, createActivation(activation, `${name}.${activation}`, conv.outputShape)];
}

function denseLayers(spec: DenseSpec, name: string, inputShape: readonly number[]): Layer[] {
  const flatten = inputShape.length > 1 ? [createFlatten(`${name}.flatten`, inputShape)] : [];
  const [width] = flatten[0]?.outputShape ?? inputShape;
  if (width !== spec.inputs) throw new Error(`${name}: expects ${spec.inputs} inputs and gets ${width}.`);
  const { inputs, outputs, bias, activation } = spec;
  return [...flatten, createDense({ name, inputs, outputs, bias, activation })];
}

/** A shape as that of images; throws where it is not. */
export function asImages(name: string, shape: readonly number[]): [number, number, number] {
  const [height, width, channels] = shape;
  if (shape.length !== 3 || !height || !width || !channels)
    throw new Error(`${name}: expects images [height, width, channels] and gets [${shape.join(", ")}].`);
  return [height, width, channels];
}
