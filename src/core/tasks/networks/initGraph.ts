import { matricesOf } from "../../nn/graph/matrices";
import { type GraphDescription, planGraph } from "../../nn/graph/plan";
import type { NodeSpec } from "../../nn/layerSpec";
import { stream } from "../../random";

/**
 * Starting weights of a graph, one Float32Array [out, in (+1)] per matrix, biases 0. Normal with standard deviation √(2/fan-in) in
 * convolutions, which ReLU follows, be it behind a norm, and in dense layers before ReLU (He et al. 2015); √(1/fan-in) in other dense
 * layers and in attention. Embeddings and learned positions 1/√width; norms start at scale 1 and shift 0.
 */
export function initialGraphParams(seed: number, graph: GraphDescription): Float32Array[] {
  const params: Float32Array[] = [];
  for (const { spec } of planGraph(graph))
    for (const { shape, fanIn } of matricesOf(spec)) {
      const [rows, columns] = shape;
      const { normal } = stream(seed, "initialParams", params.length);
      const deviation = deviationOf(spec, fanIn);
      const drawn = fanIn > 0 ? fanIn : columns;
      params.push(
        deviation === null
          ? Float32Array.from({ length: rows * columns }, (_, at) => (at % 2 === 0 ? 1 : 0))
          : Float32Array.from({ length: rows * columns }, (_, at) => (at % columns < drawn ? deviation * normal() : 0)),
      );
    }
  return params;
}

/** Of a matrix of a node; null for scale and shift of a norm. */
function deviationOf(spec: NodeSpec, fanIn: number): number | null {
  switch (spec.kind) {
    case "conv":
      return Math.sqrt((spec.activation === "tanh" ? 1 : 2) / fanIn);
    case "dense":
      return Math.sqrt((spec.activation === "relu" ? 2 : 1) / fanIn);
    case "attention":
      return Math.sqrt(1 / fanIn);
    case "embedding":
      return Math.sqrt(1 / spec.width);
    default:
      return null;
  }
}
