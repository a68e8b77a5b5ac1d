import {
  add,
  mul,
  pad,
  reshape,
  slice,
  sum,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  tensor3d,
  transpose,
} from "@tensorflow/tfjs-core";
import type { LayerShape } from "../../../config/formulas/preconditionerState";
import { matMulTransposedA, matMulTransposedB } from "../../kernels/matMul";
import type { NodeSpec } from "../layerSpec";
import type { NodeLayer } from "../node";
import { oneHotRows } from "../tokenCrossEntropy";

type EmbeddingSpec = Extract<NodeSpec, { kind: "embedding" }>;

/**
 * scale · E[:, token] + position, for tokens [count, length]: rows [count·length, width]. E is [width, vocabulary], learned positions
 * are the columns of a second matrix [width, length]. The gather is a product with one-hot rows, and so is its adjoint.
 */
export function createEmbedding(
  name: string,
  { vocabulary, width, positions = "none", scale = 1 }: EmbeddingSpec,
  [length = 0]: readonly number[],
  matrices: readonly LayerShape[],
): NodeLayer {
  const fixed = positions === "sinusoidal" ? sinusoids(length, width) : null;
  /** rows [count·length, width] with `values` [1, length, width] added to each sequence. */
  const withPositions = (rows: Tensor2D, values: Tensor3D) =>
    reshape(add(reshape(rows, [-1, length, width]), values), [-1, width]) as Tensor2D;
  const columnsAsPositions = (table: Tensor2D) =>
    reshape(transpose(slice(table, [0, 0], [width, length])), [1, length, width]) as Tensor3D;
  const gathered = (chosen: Tensor2D, table: Tensor2D) => mul(matMulTransposedB(chosen, table), scale) as Tensor2D;

  return {
    name,
    matrices,
    lacksCurvature: true,
    outputShape: [length, width],
    multiplyAdds: 0,
    forward([table, learned], [tokens]) {
      const chosen = oneHotRows(reshape(tokens as Tensor, [-1, 1]) as Tensor2D, vocabulary);
      let rows = gathered(chosen, table as Tensor2D);
      if (fixed) rows = withPositions(rows, tensor3d(fixed, [1, length, width]));
      if (positions === "learned") rows = withPositions(rows, columnsAsPositions(learned as Tensor2D));
      return { output: rows, cache: { chosen } };
    },
    backward([, learned], cache, outputGrad, wanted) {
      if (!wanted.weights) return { inputGrads: [null], weightGrads: [] };
      const dy = outputGrad as Tensor2D;
      const tableGrad = mul(matMulTransposedA(dy, cache.chosen as Tensor2D), scale) as Tensor2D;
      if (positions !== "learned") return { inputGrads: [null], weightGrads: [tableGrad] };
      const ofPositions = transpose(sum(reshape(dy, [-1, length, width]), 0)) as Tensor2D;
      const unread = (learned as Tensor2D).shape[1] - length;
      const positionGrad =
        unread > 0
          ? pad(ofPositions, [
              [0, 0],
              [0, unread],
            ])
          : ofPositions;
      return { inputGrads: [null], weightGrads: [tableGrad, positionGrad] };
    },
    jvp(_weights, cache, { weights: [dTable, dPositions] }) {
      const chosen = cache.chosen as Tensor2D;
      const rows = dTable ? gathered(chosen, dTable) : mul(slice(chosen, [0, 0], [chosen.shape[0], 1]), 0);
      return dPositions ? withPositions(rows as Tensor2D, columnsAsPositions(dPositions)) : rows;
    },
  };
}

/** sin(p/10000^(2i/width)) at 2i and its cosine at 2i + 1, positions p from 0 (Vaswani et al. 2017); [length, width]. */
function sinusoids(length: number, width: number): Float32Array {
  return Float32Array.from({ length: length * width }, (_, at) => {
    const [p, k] = [Math.floor(at / width), at % width];
    const angle = p / 10000 ** ((k - (k % 2)) / width);
    return k % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });
}
