import type { NodeSpec } from "../../nn/layerSpec";

/** What a network of images is made for. */
export interface ImageNetwork {
  /** Share of the published network's channels; of WRN-28 its k. */
  width: number;
  channels: number;
  classes: number;
  /** Above so many inputs of a layer APO-P learns no A and KFAC inverts no input factor (NETWORKS.md, our choice). */
  mostInputs: number;
}

/** Our choice: above so many inputs a factor of the input's side costs more than it is worth, on a CPU and on a GPU. */
export const MOST_INPUTS = { cpu: 600, gpu: 1200 };

/** A share of the published channels, a whole number of them and at least 4. */
export const widened = (channels: number, width: number): number => Math.max(4, Math.round(channels * width));

type DenseNode = Extract<NodeSpec, { kind: "dense" }>;
type ConvNode = Extract<NodeSpec, { kind: "conv" }>;

/** What the layers of a network say of a layer with many inputs. */
const capped = (inputs: number, mostInputs: number) =>
  inputs > mostInputs ? ({ factors: "B", hasInputScale: true } as const) : {};

/** A list of nodes that grows; each call gives the place of the node it adds. */
export function nodeList(mostInputs: number) {
  const nodes: NodeSpec[] = [];
  const push = (node: NodeSpec): number => nodes.push(node) - 1;
  return {
    nodes,
    push,
    conv(node: Omit<ConvNode, "kind" | "pool" | "activation"> & Partial<Pick<ConvNode, "activation">>): number {
      const inputs = node.kernel * node.kernel * node.channels;
      return push({ kind: "conv", pool: 0, activation: "linear", ...node, ...capped(inputs, mostInputs) });
    },
    dense(
      node: Omit<DenseNode, "kind" | "bias" | "activation"> & Partial<Pick<DenseNode, "bias" | "activation">>,
    ): number {
      return push({ kind: "dense", bias: true, activation: "linear", ...node, ...capped(node.inputs, mostInputs) });
    },
    /** Batch norm, with ReLU behind it unless told. */
    norm: (channels: number, activation: "relu" | "linear" = "relu"): number =>
      push({ kind: "batchNorm", channels, activation }),
  };
}
