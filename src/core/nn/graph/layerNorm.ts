import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { LayerShape } from "../../../config/formulas/preconditionerState";
import { type RowNormPass, rowNormBackward, rowNormForward, rowNormTangent } from "../../kernels/graph/layerNorm";
import type { LayerCache } from "../layer";
import type { NodeSpec } from "../layerSpec";
import type { NodeLayer } from "../node";

type LayerNormSpec = Extract<NodeSpec, { kind: "layerNorm" }>;

/** Layer normalisation (Ba, Kiros and Hinton 2016) of each token over its width, biased variance; weights [width, 2]: scale and shift. */
export function createLayerNorm(
  name: string,
  { epsilon = 1e-5 }: LayerNormSpec,
  shape: readonly number[],
  matrices: readonly LayerShape[],
): NodeLayer {
  const passOf = (cache: LayerCache) => cache as LayerCache & RowNormPass;
  return {
    name,
    matrices,
    decayedColumns: [0],
    lacksCurvature: true,
    outputShape: shape,
    multiplyAdds: 0,
    forward([weights], [x]) {
      const { output, ...pass } = rowNormForward(x as Tensor2D, weights as Tensor2D, epsilon);
      return { output, cache: { ...pass } };
    },
    backward([weights], cache, outputGrad, wanted) {
      const isWanted = { input: wanted.inputs[0] ?? false };
      const grads = rowNormBackward(passOf(cache), weights as Tensor2D, outputGrad as Tensor2D, isWanted);
      return { inputGrads: [grads.inputGrad], weightGrads: wanted.weights ? [grads.weightGrad] : [] };
    },
    jvp: ([weights], cache, { inputs: [dx = null], weights: [along = null] }) =>
      rowNormTangent(passOf(cache), weights as Tensor2D, { input: dx as Tensor2D | null, weights: along }),
  };
}
