import {
  add,
  concat,
  div,
  eye,
  matMul,
  mul,
  pad,
  reshape,
  slice,
  square,
  sum,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  type Tensor4D,
  tensor1d,
  transpose,
} from "@tensorflow/tfjs-core";
import { conv2dFilterGrad, conv2dInputGrad, convolve } from "../kernels/conv2d";
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

  const filterOf = (weights: Tensor2D) =>
    reshape(transpose(slice(weights, [0, 0], [outputs, patch])), [kernel, kernel, channels, outputs]) as Tensor4D;
  // a sum, not a reshape: tfjs-wasm looks at the rank the bias was stored with
  const biasOf = (weights: Tensor2D) =>
    bias ? (sum(slice(weights, [0, patch], [outputs, 1]), 1) as Tensor1D) : undefined;
  const apply = (x: Tensor4D, weights: Tensor2D) => convolve(x, filterOf(weights), 0, biasOf(weights));

  /** Patches as rows [N·positions, columns], trailing 1 where there is a bias: a convolution with the identity. */
  function patchRows(x: Tensor4D): Tensor2D {
    const identity = reshape(
      pad(eye(patch), [
        [0, 0],
        [0, columns - patch],
      ]),
      [kernel, kernel, channels, columns],
    );
    const one = bias ? tensor1d(Float32Array.from({ length: columns }, (_, i) => (i === patch ? 1 : 0))) : undefined;
    return reshape(convolve(x, identity as Tensor4D, 0, one), [-1, columns]);
  }

  return {
    name,
    weightShape: [outputs, columns],
    inputShape,
    outputShape,
    forward(weights, input) {
      const x = input as Tensor4D;
      return { output: apply(x, weightsOf(name, weights)), cache: { input: x } };
    },
    backward(weights, cache, outputGrad, wanted) {
      const grad = outputGrad as Tensor4D;
      const weightGrad = () => {
        const filterGrad = conv2dFilterGrad(cache.input as Tensor4D, grad);
        const linear = transpose(reshape(filterGrad, [patch, outputs])) as Tensor2D;
        if (!bias) return linear;
        return concat([linear, reshape(sum(reshape(grad, [-1, outputs]), 0), [outputs, 1]) as Tensor2D], 1);
      };
      return {
        inputGrad: wanted.input ? conv2dInputGrad(filterOf(weightsOf(name, weights)), grad) : null,
        weightGrad: wanted.weights ? weightGrad() : null,
      };
    },
    jvp(weights, cache, tangents) {
      const byInput = tangents.input && convolve(tangents.input as Tensor4D, filterOf(weightsOf(name, weights)));
      const byWeights = tangents.weights && apply(cache.input as Tensor4D, tangents.weights);
      if (byInput && byWeights) return add(byInput, byWeights);
      const only = byInput ?? byWeights;
      if (!only) throw new Error(`${name}: jvp wants a tangent of the input or of the weights.`);
      return only;
    },
    kroneckerFactors(cache, outputGrad) {
      const x = cache.input as Tensor4D;
      const count = x.shape[0];
      const rows = patchRows(x);
      const delta = reshape(outputGrad, [-1, outputs]) as Tensor2D;
      const positions = outputShape[0] * outputShape[1];
      return {
        inputFactor: div(matMulTransposedA(rows, rows), count),
        // Σ δδᵀ/(N·T) with δ = N·outputGrad
        outputFactor: mul(matMulTransposedA(delta, delta), count / positions),
      };
    },
    projectedSquares(cache, outputGrad, { inputBasis, outputBasis }) {
      const x = cache.input as Tensor4D;
      const count = x.shape[0];
      const positions = outputShape[0] * outputShape[1];
      const inputs = reshape(matMul(patchRows(x), inputBasis), [count, positions, columns]);
      const projected = matMul(reshape(outputGrad, [-1, outputs]) as Tensor2D, outputBasis);
      const transposed = transpose(reshape(projected, [count, positions, outputs]), [0, 2, 1]);
      // an example's gradient is a sum over positions, squared after it; Σ/N with δ = N·outputGrad
      return mul(sum(square(matMul(transposed as Tensor3D, inputs as Tensor3D)), 0), count) as Tensor2D;
    },
  };
}
