import { add, div, mul, square, type Tensor2D } from "@tensorflow/tfjs-core";
import { denseForward, denseInputGrad, denseWeightGrad, linearPart, withOne } from "../kernels/dense";
import { matMulTransposedA, matMulTransposedB, product } from "../kernels/matMul";
import { type Layer, type LayerCache, weightsOf } from "./layer";

/** y = W ā with ā = (x, 1) where there is a bias: W is [out, in + 1] with the bias as last column, else [out, in]. */
export function createDense(options: { name: string; inputs: number; outputs: number; bias: boolean }): Layer {
  const { name, inputs, outputs, bias } = options;
  const columns = inputs + (bias ? 1 : 0);
  const shape = { inputs, outputs, bias };
  const augmentedIn = (cache: LayerCache) => withOne(cache.input as Tensor2D, bias);

  return {
    name,
    weightShape: [outputs, columns],
    inputShape: [inputs],
    outputShape: [outputs],
    forward(weights, input) {
      return { output: denseForward(input as Tensor2D, weightsOf(name, weights), shape), cache: { input } };
    },
    backward(weights, cache, outputGrad, wanted) {
      const grad = outputGrad as Tensor2D;
      return {
        inputGrad: wanted.input ? denseInputGrad(weightsOf(name, weights), grad, shape) : null,
        weightGrad: wanted.weights ? denseWeightGrad(cache.input as Tensor2D, grad, shape) : null,
      };
    },
    jvp(weights, cache, tangents) {
      const byInput =
        tangents.input && matMulTransposedB(tangents.input as Tensor2D, linearPart(weightsOf(name, weights), shape));
      const byWeights = tangents.weights && denseForward(cache.input as Tensor2D, tangents.weights, shape);
      if (byInput && byWeights) return add(byInput, byWeights);
      const only = byInput ?? byWeights;
      if (!only) throw new Error(`${name}: jvp wants a tangent of the input or of the weights.`);
      return only;
    },
    kroneckerFactors(cache, outputGrad) {
      const augmented = augmentedIn(cache);
      const delta = outputGrad as Tensor2D;
      const count = augmented.shape[0];
      return {
        inputFactor: div(matMulTransposedA(augmented, augmented), count),
        // Σ δδᵀ/N with δ = N·outputGrad
        outputFactor: mul(matMulTransposedA(delta, delta), count),
      };
    },
    projectedSquares(cache, outputGrad, { inputBasis, outputBasis }) {
      const augmented = augmentedIn(cache);
      // ∇_n = δ_n ā_nᵀ has rank one: its projection's square is an outer product of squares; Σ/N with δ = N·outputGrad
      const inputs = square(product(augmented, inputBasis)) as Tensor2D;
      const outputs = square(product(outputGrad as Tensor2D, outputBasis)) as Tensor2D;
      return mul(matMulTransposedA(outputs, inputs), augmented.shape[0]);
    },
  };
}
