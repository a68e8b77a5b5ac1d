import { lossAndGrads, type Optimizer, type Problem } from "./optimizer";
import { minus, scaled } from "./vectors";

/**
 * The proximal step with a first-order loss and WSD alone: argmin ⟨g, u⟩ + (λ_WSD/2)‖u − θ‖² = θ − g/λ_WSD, gradient descent
 * with η = 1/λ_WSD. Throws where λ_WSD is 0: nothing then bounds the step.
 */
export function gradientDescent(problem: Problem): Optimizer<null> {
  return {
    init: () => null,
    async step(params, state, batch, _fsdBatch, hyperparams) {
      const learningRate = rateOf(hyperparams.lambdaWsd);
      const { loss, grads, statistics } = lossAndGrads(problem, params, batch, hyperparams);
      return {
        params: minus(params, scaled(learningRate, grads)),
        state,
        stats: { loss, learningRate, statistics, forwardPasses: 1, backwardPasses: 1 },
      };
    },
    preconditionerState: async (_state, { lambdaWsd }) => ({
      kind: "scalar",
      layers: problem.model.parametric.map((layer) => ({ ...layer, learningRate: rateOf(lambdaWsd) })),
    }),
    passesPerStep: () => ({ forward: 1, backward: 1 }),
  };
}

function rateOf(lambdaWsd: number): number {
  if (lambdaWsd > 0) return 1 / lambdaWsd;
  throw new RangeError(`Gradient descent steps by g/λ_WSD, and λ_WSD is ${lambdaWsd}: set it above 0.`);
}
