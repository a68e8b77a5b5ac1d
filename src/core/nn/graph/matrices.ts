import type { LearnedFactors } from "../../../config/formulas/preconditionerState";
import { type NodeSpec, weightShape } from "../layerSpec";

/** A matrix of a node's weights. */
interface NodeMatrix {
  /** Behind the node's name. */
  suffix: string;
  /** [out, in (+1 for bias)]; scale and shift of a norm are [channels, 2]. */
  shape: [number, number];
  /** Numbers that each output is a sum over; 0 where it is no such sum. */
  fanIn: number;
  /** Which factors APO-P learns of it unless the node says otherwise: our choice (docs/numerics.md). */
  factors: LearnedFactors;
}

const matrix = (shape: [number, number], fanIn: number, factors: LearnedFactors, suffix = ""): NodeMatrix => ({
  suffix,
  shape,
  fanIn,
  factors,
});

/** A node's own matrices in the order of a file's `initialParams`. */
export function matricesOf(spec: NodeSpec): NodeMatrix[] {
  switch (spec.kind) {
    case "dense":
      return spec.tied === undefined ? [matrix(weightShape(spec), spec.inputs, "AB")] : [];
    case "conv":
      return [matrix(weightShape(spec), spec.kernel * spec.kernel * spec.channels, "AB")];
    case "batchNorm":
      return [matrix([spec.channels, 2], 0, "none")];
    case "layerNorm":
      return [matrix([spec.width, 2], 0, "none")];
    case "embedding": {
      const table = matrix([spec.width, spec.vocabulary], 0, "B");
      if (spec.positions !== "learned") return [table];
      return [table, matrix([spec.width, spec.length ?? 0], 0, "B", ".positions")];
    }
    case "attention": {
      const shape = (): [number, number] => [spec.width, spec.width + Number(spec.bias ?? false)];
      return [".q", ".k", ".v", ".o"].map((suffix) => matrix(shape(), spec.width, "AB", suffix));
    }
    default:
      return [];
  }
}
