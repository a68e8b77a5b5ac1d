import { type NodeSpec, weightShape } from "../../nn/layerSpec";

/**
 * Our choice: above so many inputs a factor of the input's side costs more than it is worth. One number for every device (NETWORKS.md has
 * twice as many on a GPU), so that a run learns the same wherever it trains; of the default widths only AlexNet is above it.
 */
const MOST_INPUTS = 600;

/** Dense layers and convolutions with more inputs have no A to learn, and KFAC inverts no input factor of theirs. */
export function limitInputs(nodes: readonly NodeSpec[]): NodeSpec[] {
  return nodes.map((node) => {
    if (node.kind !== "dense" && node.kind !== "conv") return node;
    const inputs = weightShape(node)[1] - (node.bias === false ? 0 : 1);
    return inputs > MOST_INPUTS ? { ...node, factors: "B", hasInputScale: true } : node;
  });
}
