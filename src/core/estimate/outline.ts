import type { NetworkOutline, OutlineNode } from "../../config/formulas/networkOutline";
import { type GraphDescription, type PlannedNode, planGraph } from "../nn/graph/plan";
import { forwardOperations, weightCount } from "../tasks/networks/cost";

/** A network as the page tells and draws it. Throws where the nodes do not fit each other. */
export function outlineOf({ layers, inputShape, sequences }: GraphDescription): NetworkOutline {
  const graph = { layers, inputShape, sequences };
  const planned = planGraph(graph);
  return {
    inputs: sequences ? [[sequences.source], [sequences.target]] : [inputShape],
    nodes: planned.map((node) => ({ ...common(node), ...ownNumbers(node, planned) })),
    parameters: weightCount(graph),
    forwardFlop: forwardOperations(graph),
  };
}

function common({ spec, name, shape, from, matrices }: PlannedNode): OutlineNode {
  const { activation = "linear", hasInputScale } = spec;
  return {
    name,
    kind: spec.kind,
    shape,
    from,
    ...(activation !== "linear" && { activation }),
    matrices: matrices.map((matrix) => ({ ...matrix, ...(hasInputScale && { hasInputScale }) })),
  };
}

/** What tells a node from others of its kind. */
function ownNumbers({ spec }: PlannedNode, planned: readonly PlannedNode[]): Partial<OutlineNode> {
  switch (spec.kind) {
    case "dense":
      return { inputs: spec.inputs, ...(spec.tied !== undefined && { tied: planned[spec.tied]?.name }) };
    case "conv":
      return {
        inputs: spec.channels,
        window: spec.kernel,
        ...((spec.stride ?? 1) > 1 && { stride: spec.stride }),
        ...(spec.pool > 1 && { pool: spec.pool }),
      };
    case "maxPool":
      return { window: spec.size };
    case "embedding":
      return { inputs: spec.vocabulary };
    case "attention":
      return { heads: spec.heads, ...(spec.causal && { isCausal: true }) };
    default:
      return {};
  }
}
