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
import type { ConvPasses, ConvShape } from "../kernels/operands/convolution";
import { alongInputs, type Layer, weightsOf } from "./layer";

export interface ConvOptions {
  name: string;
  /** [height, width, channels] */
  inputShape: readonly [number, number, number];
  outputs: number;
  kernel: number;
  bias: boolean;
}

/** Of a convolution with stride 1 and nothing around the images. */
const validPasses = (shape: ConvShape): ConvPasses => ({
  places: [shape.height - shape.kernel + 1, shape.width - shape.kernel + 1],
  forward: (x, weights) => convForward(x, weights, shape),
  backward: (pass, wanted) => convBackward(pass, shape, wanted),
  tangent: (dx, weights) => convolve(dx, filterOf(weights, shape)),
  inputFactor: (x) => convInputFactor(x, shape),
  rows: (x) => patchRows(x, shape),
});

/**
 * A convolution, by default with stride 1 and without padding. Weights are the matrix [out, kernel·kernel·channels (+1)], columns in the
 * order row, column, channel, bias last (traces have channel first: `tasks/traceOrder.ts` permutes on the way in and out).
 */
export function createConv(options: ConvOptions, passesOf: (shape: ConvShape) => ConvPasses = validPasses): Layer {
  const { name, inputShape, outputs, kernel, bias } = options;
  const [height, width, channels] = inputShape;
  const passes = passesOf({ height, width, channels, kernel, outputs, bias });
  const outputShape = [...passes.places, outputs] as const;
  if (outputShape[0] < 1 || outputShape[1] < 1)
    throw new Error(`${name}: a ${kernel}×${kernel} kernel does not fit an input of ${height}×${width}.`);
  const patch = kernel * kernel * channels;
  const columns = patch + (bias ? 1 : 0);

  return {
    name,
    weightShape: [outputs, columns],
    hasBias: bias,
    inputShape,
    outputShape,
    forward(weights, input) {
      const x = input as Tensor4D;
      return { output: passes.forward(x, weightsOf(name, weights)), cache: { input: x } };
    },
    backward: (weights, cache, outputGrad, wanted) =>
      passes.backward(
        { x: cache.input as Tensor4D, weights: weightsOf(name, weights), outputGrad: outputGrad as Tensor4D },
        wanted,
      ),
    jvp(weights, cache, tangents) {
      const byInput = tangents.input && passes.tangent(tangents.input as Tensor4D, weightsOf(name, weights));
      const byWeights = tangents.weights && passes.forward(cache.input as Tensor4D, tangents.weights);
      if (byInput && byWeights) return add(byInput, byWeights);
      const only = byInput ?? byWeights;
      if (!only) throw new Error(`${name}: jvp wants a tangent of the input or of the weights.`);
      return only;
    },
    kroneckerFactors(cache, outputGrad, hasInputScale = false) {
      const x = cache.input as Tensor4D;
      const count = x.shape[0];
      const delta = reshape(outputGrad, [-1, outputs]) as Tensor2D;
      const positions = outputShape[0] * outputShape[1];
      return {
        inputFactor: (hasInputScale ? passes.inputScale?.(x) : undefined) ?? passes.inputFactor(x),
        // Σ δδᵀ/(N·T) with δ = N·outputGrad
        outputFactor: mul(matMulTransposedA(delta, delta), count / positions),
      };
    },
    projectedSquares(cache, outputGrad, { inputBasis, outputBasis }) {
      const x = cache.input as Tensor4D;
      const count = x.shape[0];
      const positions = outputShape[0] * outputShape[1];
      const inputs = reshape(alongInputs(passes.rows(x), inputBasis), [count, positions, columns]);
      const projected = matMul(reshape(outputGrad, [-1, outputs]) as Tensor2D, outputBasis);
      const transposed = transpose(reshape(projected, [count, positions, outputs]), [0, 2, 1]);
      // an example's gradient is a sum over positions, squared after it; Σ/N with δ = N·outputGrad
      return mul(sum(square(matMul(transposed as Tensor3D, inputs as Tensor3D)), 0), count) as Tensor2D;
    },
  };
}
