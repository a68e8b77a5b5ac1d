import {
  add,
  concat,
  mul,
  reciprocal,
  reshape,
  slice,
  sqrt,
  stack,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
} from "@tensorflow/tfjs-core";
import type { LayerShape } from "../../../config/formulas/preconditionerState";
import type { LayerCache } from "../layer";
import type { NodeSpec } from "../layerSpec";
import type { NodeLayer } from "../node";
import { normalise, normWeightGrad, scaleAndShift, throughNorm } from "./normalise";

type BatchNormSpec = Extract<NodeSpec, { kind: "batchNorm" }>;

/**
 * Batch normalisation (Ioffe and Szegedy 2015) of images or vectors: per channel over batch and positions, y = scale·x̂ + shift, weights
 * [channels, 2]. In training with the batch's own mean and biased variance, in evaluation with running averages.
 */
export function createBatchNorm(
  name: string,
  { channels, epsilon = 1e-5 }: BatchNormSpec,
  shape: readonly number[],
  matrices: readonly LayerShape[],
): NodeLayer {
  const positions = shape.slice(0, -1).reduce((product, length) => product * length, 1);
  const rowsOf = (x: Tensor) => reshape(x, [-1, channels]) as Tensor2D;
  const inShape = (rows: Tensor) => reshape(rows, [-1, ...shape]);
  const standardOf = (cache: LayerCache) => cache.standard as Tensor2D;
  const kept = (cache: LayerCache) => cache as { standard: Tensor2D; inverseDeviation: Tensor };

  return {
    name,
    matrices,
    outputShape: shape,
    multiplyAdds: 0,
    forward([weights], [x], running) {
      const { scale, shift } = scaleAndShift(weights as Tensor2D);
      const rows = rowsOf(x as Tensor);
      if (running) return { output: inShape(evaluated(rows, running, scale, shift, epsilon)), cache: {} };
      const { mean, variance, ...cache } = normalise(rows, 0, epsilon);
      return { output: inShape(add(mul(cache.standard, scale), shift)), cache: { ...cache, mean, variance } };
    },
    backward([weights], cache, outputGrad, wanted) {
      const dy = rowsOf(outputGrad);
      const { scale } = scaleAndShift(weights as Tensor2D);
      return {
        inputGrads: [wanted.inputs[0] ? inShape(throughNorm(kept(cache), mul(dy, scale), 0)) : null],
        weightGrads: wanted.weights ? [normWeightGrad(standardOf(cache), dy)] : [],
      };
    },
    jvp([weights], cache, { inputs: [dx], weights: [dWeights] }) {
      const { scale } = scaleAndShift(weights as Tensor2D);
      const parts: Tensor[] = [];
      if (dx) parts.push(mul(throughNorm(kept(cache), rowsOf(dx), 0), scale));
      if (dWeights) {
        const along = scaleAndShift(dWeights);
        parts.push(add(mul(standardOf(cache), along.scale), along.shift));
      }
      return inShape(parts.reduce((total, part) => add(total, part)));
    },
    kroneckerFactors(cache, outputGrad) {
      // u of an example is N × its part of the gradient of scale and shift; Σ u uᵀ/N then has the factor N
      const dy = reshape(outputGrad, [-1, positions, channels]) as Tensor3D;
      const standard = reshape(standardOf(cache), [-1, positions, channels]) as Tensor3D;
      const [ofScale, ofShift] = [sum(mul(dy, standard), 1), sum(dy, 1)];
      const count = dy.shape[0];
      const moment = (a: Tensor, b: Tensor) => reshape(mul(sum(mul(a, b), 0), count), [channels, 1]) as Tensor2D;
      return { blocks: concat([moment(ofScale, ofScale), moment(ofScale, ofShift), moment(ofShift, ofShift)], 1) };
    },
    statistics: {
      channels,
      of(cache) {
        const { mean, variance } = cache as Record<"mean" | "variance", Tensor>;
        const count = standardOf(cache).shape[0];
        if (count < 2) throw new Error(`${name}: one value per channel has no variance; take a larger batch.`);
        return stack([mean, mul(variance, count / (count - 1))]) as Tensor2D;
      },
    },
  };
}

/** scale·(x − m)/√(v + ε) + shift with running averages m and v, [2, channels]. */
function evaluated(rows: Tensor2D, running: Tensor2D, scale: Tensor, shift: Tensor, epsilon: number): Tensor2D {
  const channels = rows.shape[1];
  const row = (k: number) => reshape(slice(running, [k, 0], [1, channels]), [channels]);
  const inverseDeviation = reciprocal(sqrt(add(row(1), epsilon)));
  return add(mul(mul(sub(rows, row(0)), inverseDeviation), scale), shift);
}
