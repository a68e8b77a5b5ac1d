import { concat, mul, ones, slice, square, sub, sum, type Tensor2D, tensor1d, tensor2d } from "@tensorflow/tfjs-core";
import type { Point } from "../../config/tables/landscape";
import { modelOf } from "../nn/chain";
import { type Layer, weightsOf } from "../nn/layer";
import { squaredError } from "../nn/losses";
import type { Landscape } from "./landscape";

/** √100 of Rosenbrock's 100(b − a²)². */
const STEEPNESS = 10;
const NAME = "rosenbrock";

const first = (weights: Tensor2D) => slice(weights, [0, 0], [1, 1]);
const second = (weights: Tensor2D) => slice(weights, [0, 1], [1, 1]);

/**
 * Outputs (a, 10(b − a²)) [N, 2] of weights (a, b) [1, 2], the same for every example of an input [N] that they do not read.
 * The weights are not a matrix that an input is multiplied by, so there are no Kronecker factors.
 */
function rosenbrockLayer(): Layer {
  return {
    name: NAME,
    weightShape: [1, 2],
    inputShape: [],
    outputShape: [2],
    forward(weights, input) {
      const theta = weightsOf(NAME, weights);
      const [a, b] = [first(theta), second(theta)];
      const row = concat([a, mul(STEEPNESS, sub(b, square(a)))], 1) as Tensor2D;
      const output = mul(ones([input.shape[0] as number, 1]), row);
      return { output, cache: { input } };
    },
    backward(weights, _cache, outputGrad, wanted) {
      if (wanted.input) throw new Error(`${NAME}: the outputs do not depend on the input; there is no gradient of it.`);
      if (!wanted.weights) return { inputGrad: null, weightGrad: null };
      const total = sum(outputGrad, 0, true) as Tensor2D;
      const [byA, byB] = [first(total), mul(STEEPNESS, second(total))];
      // ∂f₂/∂a = −20a, ∂f₂/∂b = 10
      const gradA = sub(byA, mul(mul(2, first(weightsOf(NAME, weights))), byB));
      return { inputGrad: null, weightGrad: concat([gradA, byB], 1) as Tensor2D };
    },
    jvp(weights, cache, tangents) {
      if (!tangents.weights) throw new Error(`${NAME}: jvp wants a tangent of the weights.`);
      const [da, db] = [first(tangents.weights), second(tangents.weights)];
      const byA = mul(mul(2, first(weightsOf(NAME, weights))), da);
      const row = concat([da, mul(STEEPNESS, sub(db, byA))], 1) as Tensor2D;
      return mul(ones([cache.input?.shape[0] ?? 1, 1]), row);
    },
  };
}

/** J(a, b) = ½[(1 − a)² + 100(b − a²)²] (Rosenbrock 1960, halved): one example with targets (1, 0). */
export function rosenbrock(): Landscape {
  return {
    examples: 1,
    targets: Float64Array.of(1, 0),
    outputs: ([a, b]: Point) => Float64Array.of(a, STEEPNESS * (b - a * a)),
    jacobian: ([a]: Point) => Float64Array.of(1, 0, -2 * STEEPNESS * a, STEEPNESS),
    problem: { model: modelOf([rosenbrockLayer()]), loss: squaredError },
    batch: () => ({ input: tensor1d([0]), target: tensor2d([1, 0], [1, 2]) }),
    paramsOf: (theta) => [tensor2d(Float32Array.from(theta), [1, 2])],
  };
}
