import {
  add,
  concat,
  mul,
  reciprocal,
  reshape,
  slice,
  sqrt,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
} from "@tensorflow/tfjs-core";
import type { LayerShape } from "../../../config/formulas/preconditionerState";
import { activate, activationGrad } from "../../kernels/activation";
import { normBackward, normForward, normStatistics, normTangent } from "../../kernels/graph/batchNorm";
import { scaleAndShift } from "../../kernels/graph/normalise";
import type { NormPass } from "../../kernels/operands/norm";
import type { LayerCache } from "../layer";
import type { NodeSpec } from "../layerSpec";
import type { NodeLayer } from "../node";

type BatchNormSpec = Extract<NodeSpec, { kind: "batchNorm" }>;

/**
 * Batch normalisation (Ioffe and Szegedy 2015) of images or vectors: per channel over batch and positions, y = σ(scale·x̂ + shift), weights
 * [channels, 2]. In training with the batch's own mean and biased variance, in evaluation with running averages. The activation σ is
 * part of the layer, so that both take one kernel; its slope is a function of y.
 */
export function createBatchNorm(
  name: string,
  { channels, epsilon = 1e-5, activation = "linear" }: BatchNormSpec,
  shape: readonly number[],
  matrices: readonly LayerShape[],
): NodeLayer {
  const positions = shape.slice(0, -1).reduce((product, length) => product * length, 1);
  const passOf = (cache: LayerCache) => cache as LayerCache & NormPass;

  return {
    name,
    matrices,
    decayedColumns: [0],
    outputShape: shape,
    multiplyAdds: 0,
    forward([weights], [x], running) {
      const [values, own] = [x as Tensor, weights as Tensor2D];
      if (running) return { output: activate(activation, evaluated(values, running, own, epsilon)), cache: {} };
      const pass = normForward(values, own, epsilon, activation);
      return { output: pass.output, cache: { ...pass } };
    },
    backward([weights], cache, outputGrad, wanted) {
      const isWanted = { input: wanted.inputs[0] ?? false };
      const { inputGrad, weightGrad } = normBackward(
        passOf(cache),
        weights as Tensor2D,
        outputGrad,
        activation,
        isWanted,
      );
      return { inputGrads: [inputGrad], weightGrads: wanted.weights ? [weightGrad] : [] };
    },
    jvp([weights], cache, { inputs: [input = null], weights: [along = null] }) {
      return normTangent(passOf(cache), weights as Tensor2D, { input, weights: along }, activation);
    },
    kroneckerFactors(cache, outputGrad) {
      // u of an example is N × its part of the gradient of scale and shift; Σ u uᵀ/N then has the factor N
      const perExample = (values: Tensor) => reshape(values, [-1, positions, channels]) as Tensor3D;
      const dy = perExample(activationGrad(activation, cache.output as Tensor, outputGrad));
      const { input, mean, inverseDeviation } = passOf(cache);
      const standard = perExample(mul(sub(input, mean), inverseDeviation));
      const [ofScale, ofShift] = [sum(mul(dy, standard), 1), sum(dy, 1)];
      const count = dy.shape[0];
      const moment = (a: Tensor, b: Tensor) => reshape(mul(sum(mul(a, b), 0), count), [channels, 1]) as Tensor2D;
      return { blocks: concat([moment(ofScale, ofScale), moment(ofScale, ofShift), moment(ofShift, ofShift)], 1) };
    },
    statistics: {
      channels,
      moments(cache) {
        const { input, mean, variance } = cache as LayerCache & NormPass & { variance: Tensor };
        const count = input.size / channels;
        if (count < 2) throw new Error(`${name}: one value per channel has no variance; take a larger batch.`);
        return { mean, variance, count };
      },
      of: normStatistics,
    },
  };
}

/** scale·(x − m)/√(v + ε) + shift of values [..., channels] with running averages m and v, [2, channels]. */
function evaluated(x: Tensor, running: Tensor2D, weights: Tensor2D, epsilon: number): Tensor {
  const { scale, shift } = scaleAndShift(weights);
  const [channels] = weights.shape;
  const row = (k: number) => reshape(slice(running, [k, 0], [1, channels]), [channels]);
  const inverseDeviation = reciprocal(sqrt(add(row(1), epsilon)));
  return add(mul(mul(sub(x, row(0)), inverseDeviation), scale), shift);
}
