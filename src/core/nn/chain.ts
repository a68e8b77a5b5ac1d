import { layersOf } from "./chainLayers";
import type { Layer } from "./layer";
import type { LayerSpec } from "./layerSpec";
import { graphModel, type Model } from "./model";
import { nodeOf } from "./node";

/** The model of a chain of layers; throws an error that names the layer when shapes do not fit. */
export function createModel(specs: readonly LayerSpec[], inputShape: readonly number[]): Model {
  const count = { dense: 0, conv: 0 };
  let shape = inputShape;
  const layers = specs.flatMap((spec) => {
    const made = layersOf(spec, `${spec.kind}${++count[spec.kind]}`, shape);
    shape = made.at(-1)?.outputShape ?? shape;
    return made;
  });
  return modelOf(layers);
}

/** The model of layers each of which takes the value of the one before. */
export function modelOf(layers: readonly Layer[]): Model {
  let count = 0;
  return graphModel(
    layers.map((layer, i) => ({ layer: nodeOf(layer), from: [i - 1], params: layer.weightShape ? [count++] : [] })),
  );
}
