import {
  add,
  matMul,
  mul,
  reshape,
  square,
  sum,
  type Tensor2D,
  type Tensor3D,
  type Tensor4D,
  transpose,
} from "@tensorflow/tfjs-core";
import { convolve } from "../kernels/conv2d";
import { convInputFactor, patchRows } from "../kernels/convFactor";
import { convBackward, convForward, filterOf } from "../kernels/convLayer";
import { matMulTransposedA } from "../kernels/matMul";
import { type Layer, weightsOf } from "./layer";

export interface ConvOptions {
  name: string;
  /** [height, width, channels] */
  inputShape: readonly [number, number, number];
  outputs: number;
  kernel: number;
  bias: boolean;
}

/**
 * Stride-1 convolution without padding. Weights are the matrix [out, kernel·kernel·channels (+1)], columns in the order
 * row, column, channel, bias last (traces have channel first: `tasks/traceOrder.ts` permutes on the way in and out).
 */
export function createConv(options: ConvOptions): Layer {
  const { name, inputShape, outputs, kernel, bias } = options;
  const [height, width, channels] = inputShape;
  const outputShape = [height - kernel + 1, width - kernel + 1, outputs] as const;
  if (outputShape[0] < 1 || outputShape[1] < 1)
    throw new Error(`${name}: a ${kernel}×${kernel} kernel does not fit an input of ${height}×${width}.`);
  const patch = kernel * kernel * channels;
  const columns = patch + (bias ? 1 : 0);

  const shape = { height, width, channels, kernel, outputs, bias };

  return {
    name,
    weightShape: [outputs, columns],
    inputShape,
    outputShape,
    forward(weights, input) {
      const x = input as Tensor4D;
      return { output: convForward(x, weightsOf(name, weights), shape), cache: { input: x } };
    },
    backward: (weights, cache, outputGrad, wanted) =>
      convBackward(
        { x: cache.input as Tensor4D, weights: weightsOf(name, weights), outputGrad: outputGrad as Tensor4D },
        shape,
        wanted,
      ),
    jvp(weights, cache, tangents) {
      const byInput = tangents.input && convolve(tangents.input as Tensor4D, filterOf(weightsOf(name, weights), shape));
      const byWeights = tangents.weights && convForward(cache.input as Tensor4D, tangents.weights, shape);
      if (byInput && byWeights) return add(byInput, byWeights);
      const only = byInput ?? byWeights;
      if (!only) throw new Error(`${name}: jvp wants a tangent of the input or of the weights.`);
      return only;
    },
    kroneckerFactors(cache, outputGrad) {
      const x = cache.input as Tensor4D;
      const count = x.shape[0];
      const delta = reshape(outputGrad, [-1, outputs]) as Tensor2D;
      const positions = outputShape[0] * outputShape[1];
      return {
        inputFactor: convInputFactor(x, shape),
        // Σ δδᵀ/(N·T) with δ = N·outputGrad
        outputFactor: mul(matMulTransposedA(delta, delta), count / positions),
      };
    },
    projectedSquares(cache, outputGrad, { inputBasis, outputBasis }) {
      const x = cache.input as Tensor4D;
      const count = x.shape[0];
      const positions = outputShape[0] * outputShape[1];
      const inputs = reshape(matMul(patchRows(x, shape), inputBasis), [count, positions, columns]);
      const projected = matMul(reshape(outputGrad, [-1, outputs]) as Tensor2D, outputBasis);
      const transposed = transpose(reshape(projected, [count, positions, outputs]), [0, 2, 1]);
      // an example's gradient is a sum over positions, squared after it; Σ/N with δ = N·outputGrad
      return mul(sum(square(matMul(transposed as Tensor3D, inputs as Tensor3D)), 0), count) as Tensor2D;
    },
  };
}
