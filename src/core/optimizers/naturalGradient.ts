import { shiftedCurvature, solveShifted } from "./curvatureOperator";
import { readVector, toVector } from "./hostVectors";
import { lossAndGrads, type Optimizer, type Problem } from "./optimizer";
import { minus, scaled } from "./vectors";

/**
 * θ ← θ − η·(λ_FSD·G + λ_WSD·I)⁻¹ g with g on B and the exact G of ρ on B′ (TRACE.md): the proximal step with a first-order
 * loss and a second-order FSD (Amari 1998 for λ_WSD = 0). The system is solved by conjugate gradients on curvature-vector
 * products; without WSD, G has no inverse and its pseudo-inverse is taken (`pseudoInverseSolve`).
 */
export function naturalGradient(problem: Problem): Optimizer<null> {
  return {
    init: () => null,
    async step(params, state, batch, fsdBatch, hyperparams) {
      const { learningRate, lambdaFsd, lambdaWsd } = hyperparams;
      if (!(lambdaFsd > 0 || lambdaWsd > 0))
        throw new RangeError("λ_FSD and λ_WSD are both 0, so nothing bounds the step: set one of them above 0.");
      const { loss, grads, statistics } = lossAndGrads(problem, params, batch, hyperparams);
      const { input, rowShares } = fsdBatch();
      const pass = problem.model.forward(params, input);
      const product = shiftedCurvature(problem, params, { pass, rowShares }, lambdaFsd, lambdaWsd);
      const gradient = await readVector(() => grads);
      const { x, products } = await solveShifted(product, lambdaWsd, gradient, hyperparams);
      return {
        params: minus(params, scaled(learningRate, toVector(x, params))),
        state,
        stats: { loss, learningRate, statistics, forwardPasses: 2 + products, backwardPasses: 1 + products },
      };
    },
    // (λ_FSD·G + λ_WSD·I)⁻¹ is never formed
    preconditionerState: async () => ({ kind: "diagonal", layers: [] }),
    passesPerStep: (_hyperparams, measured) => measured,
  };
}
