import type { LayerShape, LearnedFactors } from "./preconditionerState";

/** A matrix of a node's weights. */
interface OutlineMatrix extends LayerShape {
  /** KFAC takes t·I for its input factor. */
  hasInputScale?: boolean;
}

type OutlineKind =
  | "dense"
  | "conv"
  | "batchNorm"
  | "add"
  | "maxPool"
  | "globalAvgPool"
  | "flatten"
  | "embedding"
  | "layerNorm"
  | "attention";

/** A node of a network as it is told and drawn. */
export interface OutlineNode {
  /** Kind and count from 1, "conv3": its matrices are called by it. */
  name: string;
  kind: OutlineKind;
  /** Of its value without the batch dimension: [height, width, channels], [size], or [length, width] of a sequence. */
  shape: readonly number[];
  /** Places of the nodes whose values it takes; -1 is the network's input, -2 what a decoder reads. */
  from: readonly number[];
  activation?: "tanh" | "relu";
  /** Inputs of each output that a layer sums over, or channels that a convolution takes. */
  inputs?: number;
  /** Side of a convolution's filter, or of a pool's window. */
  window?: number;
  stride?: number;
  /** Side of the window of the pool behind a convolution; absent: there is none. */
  pool?: number;
  heads?: number;
  /** Each token attends to those before it alone. */
  isCausal?: boolean;
  /** Name of the node whose weights it takes. */
  tied?: string;
  matrices: readonly OutlineMatrix[];
}

/** A network as the page knows it: no weights, no data. */
export interface NetworkOutline {
  /** Shape of each part of the input: of an image, a vector, or the tokens of a source and of what a decoder reads. */
  inputs: readonly (readonly number[])[];
  nodes: readonly OutlineNode[];
  /** Numbers that it learns. */
  parameters: number;
  /** Multiplications and additions of one forward pass of one example. */
  forwardFlop: number;
}

/** What a run is expected to need on the device at hand. */
export interface RunEstimate {
  run: string;
  /** Of a step, the meta-update's share of K steps in it; null where the method's own solver decides. */
  msPerStep: number | null;
  /** The most bytes of tensors alive at once in a step. */
  bytes: number;
}

/** What is known of a network before its race starts. */
export interface NetworkEstimate {
  outline: NetworkOutline;
  batchSize: number;
  runs: readonly RunEstimate[];
}

/** What APO-P learns of a matrix (NETWORKS.md). */
export const LEARNED_TEXTS: Record<LearnedFactors, string> = {
  AB: "A, B and S",
  A: "A and S, B = I",
  B: "B and S, A = I",
  none: "S alone",
};

/** Of weights that are a chain and nothing else is known of: a recorded run, a file. */
export function chainOutline(layers: readonly LayerShape[]): NetworkOutline | null {
  const kinds = layers.map(({ name }) => /^(dense|conv)\d+$/.exec(name)?.[1] as "dense" | "conv" | undefined);
  if (layers.length === 0 || kinds.includes(undefined)) return null;
  return {
    inputs: [],
    nodes: layers.map((layer, i) => ({
      name: layer.name,
      kind: kinds[i] as "dense" | "conv",
      shape: [layer.shape[0]],
      from: [i - 1],
      matrices: [layer],
    })),
    parameters: layers.reduce((sum, { shape: [outputs, inputs] }) => sum + outputs * inputs, 0),
    forwardFlop: 0,
  };
}
