import { add, div, mean, mul, reshape, square, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import { activationGrad } from "../kernels/activation";
import { denseBackward, denseForward, linearPart, withOne } from "../kernels/dense";
import { matMulTransposedA, matMulTransposedB, product } from "../kernels/matMul";
import type { Activation } from "../kernels/operands/activation";
import { alongInputs, type Layer, type LayerCache, weightsOf } from "./layer";

export interface DenseOptions {
  name: string;
  inputs: number;
  outputs: number;
  bias: boolean;
  /** Of the outputs; linear where there is none. */
  activation?: Activation;
}

/**
 * y = σ(W ā) with ā = (x, 1) where there is a bias: W is [out, in + 1] with the bias as last column, else [out, in]. The
 * activation σ is part of the layer, so that both take one kernel; its slope is a function of y.
 */
export function createDense(options: DenseOptions): Layer {
  const { name, inputs, outputs, bias, activation = "linear" } = options;
  const columns = inputs + (bias ? 1 : 0);
  const shape = { inputs, outputs, bias };
  const augmentedIn = (cache: LayerCache) => withOne(cache.input as Tensor2D, bias);
  /** The gradient at W ā from the one at y, and a tangent at y from the one at W ā. */
  const scaled = (cache: LayerCache, behind: Tensor) =>
    activationGrad(activation, cache.output as Tensor, behind) as Tensor2D;

  return {
    name,
    weightShape: [outputs, columns],
    hasBias: bias,
    inputShape: [inputs],
    outputShape: [outputs],
    forward(weights, input) {
      const output = denseForward(input as Tensor2D, weightsOf(name, weights), shape, activation);
      return { output, cache: { input, output } };
    },
    backward: (weights, cache, outputGrad, wanted) =>
      denseBackward(
        {
          x: cache.input as Tensor2D,
          weights: weightsOf(name, weights),
          output: cache.output as Tensor2D,
          outputGrad: outputGrad as Tensor2D,
        },
        shape,
        activation,
        wanted,
      ),
    jvp(weights, cache, tangents) {
      const byInput =
        tangents.input && matMulTransposedB(tangents.input as Tensor2D, linearPart(weightsOf(name, weights), shape));
      const byWeights = tangents.weights && denseForward(cache.input as Tensor2D, tangents.weights, shape);
      if (byInput && byWeights) return scaled(cache, add(byInput, byWeights));
      const only = byInput ?? byWeights;
      if (!only) throw new Error(`${name}: jvp wants a tangent of the input or of the weights.`);
      return scaled(cache, only);
    },
    kroneckerFactors(cache, outputGrad, hasInputScale = false) {
      const augmented = augmentedIn(cache);
      const delta = scaled(cache, outputGrad);
      const count = augmented.shape[0];
      return {
        inputFactor: hasInputScale
          ? reshape(mean(square(augmented)), [1, 1])
          : div(matMulTransposedA(augmented, augmented), count),
        // Σ δδᵀ/N with δ = N·outputGrad
        outputFactor: mul(matMulTransposedA(delta, delta), count),
      };
    },
    projectedSquares(cache, outputGrad, { inputBasis, outputBasis }) {
      const augmented = augmentedIn(cache);
      // ∇_n = δ_n ā_nᵀ has rank one: its projection's square is an outer product of squares; Σ/N with δ = N·outputGrad
      const inputs = square(alongInputs(augmented, inputBasis)) as Tensor2D;
      const outputs = square(product(scaled(cache, outputGrad), outputBasis)) as Tensor2D;
      return mul(matMulTransposedA(outputs, inputs), augmented.shape[0]);
    },
  };
}
