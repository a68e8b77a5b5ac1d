import type { GivenProblem } from "../../config/experiment/experiment";
import type { GraphDescription } from "../nn/graph/plan";
import type { NodeSpec } from "../nn/layerSpec";

/** The network of a file in our words: shapes with channels last, and the defaults of dense layers and convolutions filled in. */
export function graphOf({ layers, xShape, sequences }: GivenProblem): GraphDescription {
  const [channels = 1, height = 1, width = 1] = xShape;
  const inputShape = xShape.length === 3 ? [height, width, channels] : [...xShape];
  return { layers: layers.map(nodeIn), inputShape, ...(sequences && { sequences }) };
}

function nodeIn(layer: GivenProblem["layers"][number]): NodeSpec {
  if (layer.kind === "dense") return { ...layer, activation: layer.activation ?? "linear", bias: layer.bias ?? true };
  if (layer.kind === "conv") return { ...layer, activation: layer.activation ?? "linear", pool: layer.pool ?? 0 };
  return layer;
}
