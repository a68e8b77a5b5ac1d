import type { NodeSpec } from "../../nn/layerSpec";

/** What a network of images is made for. */
export interface ImageNetwork {
  /** Share of the published network's channels; of WRN-28 its k. */
  width: number;
  channels: number;
  classes: number;
}

/** A share of the published channels, a whole number of them and at least 4. */
export const widened = (channels: number, width: number): number => Math.max(4, Math.round(channels * width));

type DenseNode = Extract<NodeSpec, { kind: "dense" }>;
type ConvNode = Extract<NodeSpec, { kind: "conv" }>;

/** A list of nodes that grows; each call gives the place of the node it adds. */
export function nodeList() {
  const nodes: NodeSpec[] = [];
  const push = (node: NodeSpec): number => nodes.push(node) - 1;
  return {
    nodes,
    push,
    conv(node: Omit<ConvNode, "kind" | "pool" | "activation"> & Partial<Pick<ConvNode, "activation">>): number {
      return push({ kind: "conv", pool: 0, activation: "linear", ...node });
    },
    dense(
      node: Omit<DenseNode, "kind" | "bias" | "activation"> & Partial<Pick<DenseNode, "bias" | "activation">>,
    ): number {
      return push({ kind: "dense", bias: true, activation: "linear", ...node });
    },
    /** Batch norm, with ReLU behind it unless told. */
    norm: (name: string, channels: number, activation: "relu" | "linear" = "relu"): number =>
      push({ kind: "batchNorm", name, channels, activation }),
  };
}
