import type { LearnedFactors } from "../../config/formulas/preconditionerState";

/** One layer of a chain as a task or a config file describes it (TRACE.md, `given.layers`). */
export type LayerSpec =
  | { kind: "dense"; inputs: number; outputs: number; activation: "tanh" | "relu" | "linear"; bias: boolean }
  | {
      kind: "conv";
      channels: number;
      outputs: number;
      kernel: number;
      activation: "tanh" | "relu" | "linear";
      pool: number;
      bias?: boolean;
    };

/** [out, in (+1 for bias)] of a layer's weights; a convolution unrolled as rows of kernel·kernel·channels. */
export function weightShape(layer: LayerSpec): [number, number] {
  const fanIn = layer.kind === "dense" ? layer.inputs : layer.kernel * layer.kernel * layer.channels;
  return [layer.outputs, fanIn + (layer.bias === false ? 0 : 1)];
}

type DenseSpec = Extract<LayerSpec, { kind: "dense" }>;
type ConvSpec = Extract<LayerSpec, { kind: "conv" }>;

/** What a node of any kind may say. */
interface NodeFields {
  /** What it is called by, once in a list, as `layerName` reads it: "stage2.block1.conv2". Absent: kind and count from 1. */
  name?: string;
  /** Nodes whose values it takes, by their place in the list; -1 is the network's input, -2 what the decoder reads. Absent: the one before. */
  from?: readonly number[];
  /** Of the node's value. */
  activation?: LayerSpec["activation"];
  /** Which factors APO-P learns of its matrices; absent: as the kind has it. */
  factors?: LearnedFactors;
  /** KFAC takes t·I for the input factor, t the mean of its diagonal: of a layer with too many inputs for an inverse. */
  hasInputScale?: boolean;
}

/**
 * One node of a graph (GIVEN-GRAPH.md, whose words and defaults these are): values are images [height, width, channels], vectors, or
 * sequences [length, width] of tokens.
 */
export type NodeSpec = NodeFields &
  (
    | (DenseSpec & {
        /** The place of an embedding whose weights, transposed, the layer takes for its own. */
        tied?: number;
      })
    | (ConvSpec & { stride?: number; padding?: number })
    | { kind: "batchNorm"; channels: number; epsilon?: number }
    | { kind: "add" }
    | { kind: "maxPool"; size: number; stride?: number }
    | { kind: "globalAvgPool" }
    | { kind: "flatten" }
    | {
        kind: "embedding";
        vocabulary: number;
        width: number;
        positions?: "none" | "sinusoidal" | "learned";
        scale?: number;
        /** How many positions are learned. */
        length?: number;
      }
    | { kind: "layerNorm"; width: number; epsilon?: number }
    | { kind: "attention"; width: number; heads: number; causal?: boolean; bias?: boolean }
  );

/** Inputs that are rows of tokens: a source, then what a decoder reads; `padding` stands behind the last token of either. */
export interface Sequences {
  source: number;
  target: number;
  padding: number;
}

/** The nodes as the layers of a chain, where they are no more than that; else null. */
export function chainIn(nodes: readonly NodeSpec[]): readonly LayerSpec[] | null {
  return nodes.every(isChained) ? nodes : null;
}

const CHAIN_FIELDS = new Set(["kind", "inputs", "channels", "outputs", "kernel", "pool", "bias", "activation"]);

const isChained = (node: NodeSpec): node is LayerSpec =>
  (node.kind === "dense" || node.kind === "conv") && Object.keys(node).every((name) => CHAIN_FIELDS.has(name));
