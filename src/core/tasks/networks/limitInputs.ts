import { areLargeFactorsCheap } from "../../kernels/launches";
import { type NodeSpec, weightShape } from "../../nn/layerSpec";

/** Our choice: above so many inputs a factor of the input's side costs more than it is worth, on a CPU and on a GPU (NETWORKS.md). */
export const MOST_INPUTS = { cpu: 600, gpu: 1200 };

/** Of the device at hand: one seed means the same numbers on the same device, not on every one. */
export const mostInputsHere = (): number => (areLargeFactorsCheap() ? MOST_INPUTS.gpu : MOST_INPUTS.cpu);

/** Dense layers and convolutions with more inputs have no A to learn, and KFAC inverts no input factor of theirs. */
export function limitInputs(nodes: readonly NodeSpec[], mostInputs: number): NodeSpec[] {
  return nodes.map((node) => {
    if (node.kind !== "dense" && node.kind !== "conv") return node;
    const inputs = weightShape(node)[1] - (node.bias === false ? 0 : 1);
    return inputs > mostInputs ? { ...node, factors: "B", hasInputScale: true } : node;
  });
}
