import { slice, type Tensor2D } from "@tensorflow/tfjs-core";
import { placedPasses } from "../../kernels/placed/placedConv";
import { createActivation } from "../activation";
import { asImages, layersOf } from "../chainLayers";
import { createFlatten } from "../flatten";
import type { NodeSpec, Sequences } from "../layerSpec";
import { createMaxPool } from "../maxPool";
import { graphModel, type Model } from "../model";
import { type GraphNode, type NodeLayer, nodeOf } from "../node";
import { createAdd } from "./add";
import { createAttention } from "./attention";
import { createBatchNorm } from "./batchNorm";
import { createEmbedding } from "./embedding";
import { createGlobalAvgPool } from "./globalAvgPool";
import { createLayerNorm } from "./layerNorm";
import { createOverlappingPool } from "./overlappingPool";
import { type GraphDescription, type PlannedNode, planGraph } from "./plan";
import { createTiedDense } from "./tiedDense";

/**
 * The model of a graph of nodes. Of sequences the outputs have one row per token. Throws an error with one sentence that names the
 * first node that does not fit.
 */
export function createGraphModel(description: GraphDescription): Model {
  const { sequences } = description;
  const planned = planGraph(description);
  const nodes: GraphNode[] = [];
  /** Where the value of each planned node is, among the model's own. */
  const places: number[] = [];
  planned.forEach((plan, i) => {
    const params = tiedParams(plan, planned) ?? plan.params;
    const from = [...plan.from.map((j) => places[j] ?? j), ...tokensBeside(plan, planned)];
    for (const [k, layer] of layersIn(plan, sequences).entries()) {
      const isCarrier = layer.matrices.length > 0 || layer.isTied;
      nodes.push({
        layer: layer.matrices.length > 0 ? { ...layer, matrices: plan.matrices } : layer,
        from: k === 0 ? from : [nodes.length - 1],
        params: isCarrier ? params : [],
      });
    }
    places[i] = nodes.length - 1;
  });
  return graphModel(nodes, sequences && ((input) => partsOf(input as Tensor2D, sequences)));
}

/** Source tokens and what the decoder reads, [count, length] each. */
function partsOf(input: Tensor2D, { source, target }: Sequences): Tensor2D[] {
  const [count] = input.shape;
  return [slice(input, [0, 0], [count, source]), slice(input, [0, source], [count, target])];
}

/** The matrix of the embedding that a node is tied to, where it is. */
function tiedParams({ spec }: PlannedNode, planned: readonly PlannedNode[]): readonly number[] | null {
  if (spec.kind !== "dense" || spec.tied === undefined) return null;
  return planned[spec.tied]?.params.slice(0, 1) ?? null;
}

/** Attention takes the tokens of its memory, to know which keys are padding. */
function tokensBeside({ spec, from }: PlannedNode, planned: readonly PlannedNode[]): number[] {
  if (spec.kind !== "attention") return [];
  const tokens = planned[from[1] as number]?.tokens;
  if (typeof tokens !== "number") throw new Error("Attention has a memory without tokens.");
  return [tokens];
}

type Expanded = NodeLayer & { isTied?: boolean };

/** The layers of a node: the first takes its inputs, the last gives its value, and at most one has weights. */
export function layersIn(plan: PlannedNode, sequences: Sequences | undefined): Expanded[] {
  const { spec, name, shape } = plan;
  const { activation = "linear" } = spec;
  // these carry the activation behind them
  if (spec.kind === "dense" && spec.tied === undefined) return denseLayers(plan);
  if (spec.kind === "conv") return convLayers(spec, name, inputOf(plan));
  if (spec.kind === "maxPool" && (spec.stride ?? spec.size) === spec.size)
    return [nodeOf(createMaxPool(name, asImages(name, inputOf(plan)), spec.size, activation))];
  if (spec.kind === "batchNorm") return [createBatchNorm(name, spec, shape, plan.matrices)];
  if (spec.kind === "add") return [createAdd(name, shape, activation)];
  const layer = plainLayer(plan, sequences);
  return activation === "linear"
    ? [layer]
    : [layer, nodeOf(createActivation(activation, `${name}.${activation}`, shape))];
}

function convLayers(spec: Extract<NodeSpec, { kind: "conv" }>, name: string, input: readonly number[]): Expanded[] {
  const passesOf = placedPasses(spec.stride ?? 1, spec.padding ?? 0);
  return layersOf(spec, name, input, passesOf).map((layer) => nodeOf(layer, spec.hasInputScale));
}

const inputOf = ({ inputShapes }: PlannedNode): readonly number[] => inputShapes[0] ?? [];

/** Of a sequence the rows are its tokens, and one product more or less makes no difference to the layer. */
function denseLayers({ spec, name, inputShapes: [input = []], tokens, shape }: PlannedNode): Expanded[] {
  if (spec.kind !== "dense") throw new Error(`${name} is no dense layer.`);
  if (tokens === null) return layersOf(spec, name, input).map((layer) => nodeOf(layer, spec.hasInputScale));
  const [length = 1] = shape;
  return layersOf(spec, name, [spec.inputs])
    .map((layer) => nodeOf(layer))
    .map((layer) => ({ ...layer, outputShape: shape, multiplyAdds: length * layer.multiplyAdds }));
}

/** A node's value before its activation. */
function plainLayer(plan: PlannedNode, sequences: Sequences | undefined): Expanded {
  const { spec, name, shape, matrices, inputShapes } = plan;
  switch (spec.kind) {
    case "dense":
      return { ...createTiedDense(name, spec, shape), isTied: true };
    case "maxPool":
      return nodeOf(createOverlappingPool(name, asImages(name, inputOf(plan)), spec.size, spec.stride ?? spec.size));
    case "globalAvgPool":
      return createGlobalAvgPool(name, asImages(name, inputOf(plan)));
    case "flatten":
      return nodeOf(createFlatten(name, inputOf(plan)));
    case "embedding":
      return createEmbedding(name, spec, shape, matrices);
    case "layerNorm":
      return createLayerNorm(name, spec, shape, matrices);
    case "attention": {
      const lengths = { query: shape[0] ?? 0, memory: inputShapes[1]?.[0] ?? 0 };
      return createAttention({ name, spec, lengths, padding: sequences?.padding ?? 0, matrices });
    }
    case "conv":
    case "batchNorm":
    case "add":
      throw new Error(`${name} carries its activation itself.`);
  }
}
