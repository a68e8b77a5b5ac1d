import { add, mul, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import type { LayerShape } from "../../../config/formulas/preconditionerState";
import { normalise, normWeightGrad, scaleAndShift, throughNorm } from "../../kernels/graph/normalise";
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
  const kept = (cache: LayerCache) => cache as { standard: Tensor2D; inverseDeviation: Tensor };
  return {
    name,
    matrices,
    lacksCurvature: true,
    outputShape: shape,
    multiplyAdds: 0,
    forward([weights], [x]) {
      const { scale, shift } = scaleAndShift(weights as Tensor2D);
      const { standard, inverseDeviation } = normalise(x as Tensor2D, 1, epsilon);
      return { output: add(mul(standard, scale), shift), cache: { standard, inverseDeviation } };
    },
    backward([weights], cache, outputGrad, wanted) {
      const dy = outputGrad as Tensor2D;
      const { scale } = scaleAndShift(weights as Tensor2D);
      return {
        inputGrads: [wanted.inputs[0] ? throughNorm(kept(cache), mul(dy, scale), 1) : null],
        weightGrads: wanted.weights ? [normWeightGrad(kept(cache).standard, dy)] : [],
      };
    },
    jvp([weights], cache, { inputs: [dx], weights: [dWeights] }) {
      const { scale } = scaleAndShift(weights as Tensor2D);
      const parts: Tensor[] = [];
      if (dx) parts.push(mul(throughNorm(kept(cache), dx as Tensor2D, 1), scale));
      if (dWeights) {
        const along = scaleAndShift(dWeights);
        parts.push(add(mul(kept(cache).standard, along.scale), along.shift));
      }
      return parts.reduce((total, part) => add(total, part));
    },
  };
}
