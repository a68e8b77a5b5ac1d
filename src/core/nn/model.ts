import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { LayerShape } from "../../config/formulas/preconditionerState";
import { createActivation } from "./activation";
import { createConv } from "./conv";
import { createDense } from "./dense";
import { createFlatten } from "./flatten";
import type { KroneckerFactors, Layer, LayerCache } from "./layer";
import type { LayerSpec } from "./layerSpec";
import { createMaxPool } from "./maxPool";

/** A forward pass: outputs [batch, out] and what the backward pass needs. */
export interface ForwardPass {
  outputs: Tensor2D;
  caches: readonly LayerCache[];
  /** What each layer was given, first to last. */
  inputs: readonly Tensor[];
}

/** What curvature estimates are made of: a layer, what it keeps of its input, and the gradient at its output. */
interface LayerGrad {
  layer: Layer;
  cache: LayerCache;
  outputGrad: Tensor;
}

/** A chain of layers. `params` holds one matrix [out, in (+1)] per layer with weights, first to last. */
export interface Model {
  readonly layers: readonly Layer[];
  readonly parametric: readonly LayerShape[];
  forward(params: readonly Tensor2D[], input: Tensor): ForwardPass;
  /**
   * Gradients of a scalar with respect to the params, from its gradient with respect to the outputs. `isLast`: nobody asks for
   * the pass again, so what it keeps of a layer is let go of as soon as the layer is behind; its outputs stay.
   */
  backward(params: readonly Tensor2D[], pass: ForwardPass, outputGrad: Tensor2D, isLast?: boolean): Tensor2D[];
  /** Each layer with weights as a backward pass meets it, first to last, with the gradient at its output. */
  layerGrads(params: readonly Tensor2D[], pass: ForwardPass, outputGrad: Tensor2D): LayerGrad[];
  /** As `backward`, for KFAC: each layer's factors from its input and the gradient at its output. */
  kroneckerFactors(params: readonly Tensor2D[], pass: ForwardPass, outputGrad: Tensor2D): KroneckerFactors[];
  /** Derivative of the outputs along a direction of the params: J·v, [batch, out]. */
  jvp(params: readonly Tensor2D[], pass: ForwardPass, directions: readonly Tensor2D[]): Tensor2D;
}

/**
 * Layers of a description: a dense layer and a pool carry the activation behind them. Pooling comes before the activation: the
 * same values for a rising activation, and cheaper.
 */
function createLayers(specs: readonly LayerSpec[], inputShape: readonly number[]): Layer[] {
  const layers: Layer[] = [];
  let shape = inputShape;
  const push = (layer: Layer) => {
    layers.push(layer);
    shape = layer.outputShape;
  };
  const count = { dense: 0, conv: 0 };
  for (const spec of specs) {
    const name = `${spec.kind}${++count[spec.kind]}`;
    const { activation } = spec;
    if (spec.kind === "conv") {
      const images = asImages(name, shape);
      if (images[2] !== spec.channels)
        throw new Error(`${name}: expects ${spec.channels} channels and gets ${images[2]}.`);
      const { outputs, kernel, pool, bias = true } = spec;
      push(createConv({ name, inputShape: images, outputs, kernel, bias }));
      if (pool > 1) push(createMaxPool(`${name}.pool`, asImages(name, shape), pool, activation));
      else if (activation !== "linear") push(createActivation(activation, `${name}.${activation}`, shape));
    } else {
      if (shape.length > 1) push(createFlatten(`${name}.flatten`, shape));
      if (shape[0] !== spec.inputs) throw new Error(`${name}: expects ${spec.inputs} inputs and gets ${shape[0]}.`);
      const { inputs, outputs, bias } = spec;
      push(createDense({ name, inputs, outputs, bias, activation }));
    }
  }
  return layers;
}

function asImages(name: string, shape: readonly number[]): [number, number, number] {
  const [height, width, channels] = shape;
  if (shape.length !== 3 || !height || !width || !channels)
    throw new Error(`${name}: expects images [height, width, channels] and gets [${shape.join(", ")}].`);
  return [height, width, channels];
}

/** The model of a description; throws an error that names the layer when shapes do not fit. */
export function createModel(specs: readonly LayerSpec[], inputShape: readonly number[]): Model {
  return modelOf(createLayers(specs, inputShape));
}

/** The model of layers whose shapes fit. */
export function modelOf(layers: readonly Layer[]): Model {
  const paramIndex: (number | null)[] = [];
  const parametric: LayerShape[] = [];
  for (const layer of layers) {
    paramIndex.push(layer.weightShape ? parametric.length : null);
    if (layer.weightShape) parametric.push({ name: layer.name, shape: [...layer.weightShape] });
  }
  const weightsAt = (params: readonly Tensor2D[], i: number) => {
    const index = paramIndex[i];
    return index === null || index === undefined ? null : (params[index] as Tensor2D);
  };

  /** Walks the layers last to first; `visit` sees each layer with the gradient at its output. */
  function walkBack(
    pass: ForwardPass,
    outputGrad: Tensor2D,
    visit: (layer: Layer, cache: LayerCache, grad: Tensor, needsInputGrad: boolean, i: number) => Tensor | null,
  ) {
    let grad: Tensor = outputGrad;
    for (let i = layers.length - 1; i >= 0; i--) {
      const next = visit(layers[i] as Layer, pass.caches[i] as LayerCache, grad, i > 0, i);
      if (i > 0) grad = next as Tensor;
    }
  }

  function layerGrads(params: readonly Tensor2D[], pass: ForwardPass, outputGrad: Tensor2D): LayerGrad[] {
    const met: LayerGrad[] = [];
    walkBack(pass, outputGrad, (layer, cache, grad, needsInputGrad, i) => {
      if (layer.weightShape) met.unshift({ layer, cache, outputGrad: grad });
      if (!needsInputGrad) return null;
      return layer.backward(weightsAt(params, i), cache, grad, { input: true, weights: false }).inputGrad;
    });
    return met;
  }

  /** Lets go of what layer i made, and of the gradient at its output. */
  function leave({ inputs, caches, outputs }: ForwardPass, i: number, grad: Tensor) {
    for (const kept of Object.values(caches[i] as LayerCache))
      if (kept !== inputs[i] && kept !== outputs) kept.dispose();
    if (i === layers.length - 1) return;
    inputs[i + 1]?.dispose();
    grad.dispose();
  }

  return {
    layers,
    parametric,
    forward(params, input) {
      const caches: LayerCache[] = [];
      const inputs: Tensor[] = [];
      let x = input;
      layers.forEach((layer, i) => {
        const { output, cache } = layer.forward(weightsAt(params, i), x);
        caches.push(cache);
        inputs.push(x);
        x = output;
      });
      return { outputs: x as Tensor2D, caches, inputs };
    },
    backward(params, pass, outputGrad, isLast = false) {
      const grads: Tensor2D[] = [];
      walkBack(pass, outputGrad, (layer, cache, grad, needsInputGrad, i) => {
        const { inputGrad, weightGrad } = layer.backward(weightsAt(params, i), cache, grad, {
          input: needsInputGrad,
          weights: true,
        });
        if (weightGrad) grads.unshift(weightGrad);
        if (isLast) leave(pass, i, grad);
        return inputGrad;
      });
      return grads;
    },
    layerGrads,
    kroneckerFactors: (params, pass, outputGrad) =>
      layerGrads(params, pass, outputGrad).flatMap(
        ({ layer, cache, outputGrad: grad }) => layer.kroneckerFactors?.(cache, grad) ?? [],
      ),
    jvp(params, pass, directions) {
      let tangent: Tensor | null = null;
      layers.forEach((layer, i) => {
        const weights = weightsAt(directions, i);
        if (tangent || weights)
          tangent = layer.jvp(weightsAt(params, i), pass.caches[i] as LayerCache, { input: tangent, weights });
      });
      if (!tangent) throw new Error("The model has no weights, so it has no derivative along them.");
      return tangent as Tensor2D;
    },
  };
}
