import { type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import type { LayerShape } from "../../../config/formulas/preconditionerState";
import { embed, embedGrad } from "../../kernels/graph/embedding";
import type { NodeSpec } from "../layerSpec";
import type { NodeLayer } from "../node";

type EmbeddingSpec = Extract<NodeSpec, { kind: "embedding" }>;

/**
 * scale · E[:, token] + position, for tokens [count, length]: rows [count·length, width]. E is [width, vocabulary], learned positions
 * are the columns of a second matrix [width, length].
 */
export function createEmbedding(
  name: string,
  { vocabulary, width, positions = "none", scale = 1 }: EmbeddingSpec,
  [length = 0]: readonly number[],
  matrices: readonly LayerShape[],
): NodeLayer {
  const sizes = { length, width, vocabulary, scale };
  const fixed = positions === "sinusoidal" ? sinusoids(length, width) : null;
  const hasLearned = positions === "learned";

  return {
    name,
    matrices,
    lacksCurvature: true,
    outputShape: [length, width],
    multiplyAdds: 0,
    forward([table, learned = null], [input]) {
      const tokens = input as Tensor2D;
      const places = fixed ? tensor2d(fixed, [width, length]) : learned;
      return { output: embed(tokens, table as Tensor2D, places, sizes), cache: { tokens } };
    },
    backward([, learned], cache, outputGrad, wanted) {
      if (!wanted.weights) return { inputGrads: [null], weightGrads: [] };
      const places = hasLearned ? (learned as Tensor2D).shape[1] : 0;
      const weightGrads = embedGrad(cache.tokens as Tensor2D, outputGrad as Tensor2D, places, sizes);
      return { inputGrads: [null], weightGrads };
    },
    jvp: (_weights, cache, { weights: [dTable = null, dPositions = null] }) =>
      embed(cache.tokens as Tensor2D, dTable, dPositions, sizes),
  };
}

/** sin(p/10000^(2i/width)) at 2i and its cosine at 2i + 1, positions p from 0 (Vaswani et al. 2017); [width, length]. */
function sinusoids(length: number, width: number): Float32Array {
  return Float32Array.from({ length: length * width }, (_, at) => {
    const [p, k] = [at % length, Math.floor(at / length)];
    const angle = p / 10000 ** ((k - (k % 2)) / width);
    return k % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });
}
