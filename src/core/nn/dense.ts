import { add, concat, div, matMul, mul, ones, slice, square, type Tensor2D } from "@tensorflow/tfjs-core";
import { matMulTransposedA, matMulTransposedB } from "../kernels/matMul";
import { type Layer, weightsOf } from "./layer";

/** y = W ā with ā = (x, 1) where there is a bias: W is [out, in + 1] with the bias as last column, else [out, in]. */
export function createDense(options: { name: string; inputs: number; outputs: number; bias: boolean }): Layer {
  const { name, inputs, outputs, bias } = options;
  const columns = inputs + (bias ? 1 : 0);
  const withOne = (x: Tensor2D) => (bias ? concat([x, ones([x.shape[0], 1]) as Tensor2D], 1) : x);
  /** W without its bias column. */
  const linearPart = (weights: Tensor2D) => (bias ? slice(weights, [0, 0], [outputs, inputs]) : weights);

  return {
    name,
    weightShape: [outputs, columns],
    inputShape: [inputs],
    outputShape: [outputs],
    forward(weights, input) {
      const augmented = withOne(input as Tensor2D);
      return { output: matMulTransposedB(augmented, weightsOf(name, weights)), cache: { augmented } };
    },
    backward(weights, cache, outputGrad, wanted) {
      const grad = outputGrad as Tensor2D;
      return {
        inputGrad: wanted.input ? matMul(grad, linearPart(weightsOf(name, weights))) : null,
        weightGrad: wanted.weights ? matMulTransposedA(grad, cache.augmented as Tensor2D) : null,
      };
    },
    jvp(weights, cache, tangents) {
      const byInput =
        tangents.input && matMulTransposedB(tangents.input as Tensor2D, linearPart(weightsOf(name, weights)));
      const byWeights = tangents.weights && matMulTransposedB(cache.augmented as Tensor2D, tangents.weights);
      if (byInput && byWeights) return add(byInput, byWeights);
      const only = byInput ?? byWeights;
      if (!only) throw new Error(`${name}: jvp wants a tangent of the input or of the weights.`);
      return only;
    },
    kroneckerFactors(cache, outputGrad) {
      const augmented = cache.augmented as Tensor2D;
      const delta = outputGrad as Tensor2D;
      const count = augmented.shape[0];
      return {
        inputFactor: div(matMulTransposedA(augmented, augmented), count),
        // Σ δδᵀ/N with δ = N·outputGrad
        outputFactor: mul(matMulTransposedA(delta, delta), count),
      };
    },
    projectedSquares(cache, outputGrad, { inputBasis, outputBasis }) {
      const augmented = cache.augmented as Tensor2D;
      // ∇_n = δ_n ā_nᵀ has rank one: its projection's square is an outer product of squares; Σ/N with δ = N·outputGrad
      const inputs = square(matMul(augmented, inputBasis)) as Tensor2D;
      const outputs = square(matMul(outputGrad as Tensor2D, outputBasis)) as Tensor2D;
      return mul(matMulTransposedA(outputs, inputs), augmented.shape[0]);
    },
  };
}
