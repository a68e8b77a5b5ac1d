import { scalar, tidy } from "@tensorflow/tfjs-core";
import { objectiveOf } from "../../config/tables/lambdas";
import { joined } from "../kernels/joined";
import { lbfgs } from "../linalg/lbfgs";
import { readVector, toVector } from "../optimizers/hostVectors";
import type { Optimizer, Problem } from "../optimizers/optimizer";
import { scoped } from "../scope";
import { proximalObjectiveFrom } from "./deviceObjective";
import { isLinearRegression, linearProximalPoint } from "./proximalPointLinear";

/**
 * The proximal point (Rockafellar 1976): θ⁺ = argmin_u J_B(u) + λ_FSD·mean_{B′} ρ(f(u), f(θ)) + (λ_WSD/2)‖u − θ‖², nothing
 * approximated. L-BFGS from θ until the gradient of the objective is `solverTolerance` of what it was at θ, or
 * `solverIterations` evaluations; in closed form where the model is one linear layer with squared error.
 */
export function proximalPoint(problem: Problem): Optimizer<null> {
  const isLinear = isLinearRegression(problem);
  return {
    init: () => null,
    async step(params, state, batch, fsdBatch, hyperparams) {
      if (isLinear) return { ...(await linearProximalPoint(problem, params, batch, fsdBatch(), hyperparams)), state };
      const { solverIterations, solverTolerance } = hyperparams;
      const objective = proximalObjectiveFrom(problem, params, batch, fsdBatch(), hyperparams);
      const start = await readVector(() => params);
      const { model } = problem;
      // the pass at θ that moves the running averages; the solver's own leave none
      const statistics =
        model.statisticsShapes.length > 0 ? scoped(() => model.statistics(model.forward(params, batch.input))) : [];
      let loss = 0;
      let evaluations = 0;
      const { x } = await lbfgs(
        async (u) => {
          const { terms, gradient } = tidy(() => {
            const { objectiveLoss, fsd, wsd, gradient } = objective(toVector(u, params));
            return { terms: [objectiveLoss, fsd, wsd], gradient: joined(gradient) };
          });
          const [values, host] = await Promise.all([Promise.all(terms.map((term) => term.data())), gradient.data()]);
          const [objectiveLoss, fsd, wsd] = values.map(([value]) => value as number) as [number, number, number];
          for (const tensor of [...terms, gradient]) tensor.dispose();
          if (evaluations++ === 0) loss = objectiveLoss;
          return {
            value: objectiveOf({ objectiveLoss, fsd, wsd }, hyperparams),
            gradient: Float64Array.from(host),
          };
        },
        start,
        { iterations: solverIterations, tolerance: solverTolerance },
      );
      return {
        params: toVector(x, params),
        state,
        stats: {
          loss: scalar(loss),
          learningRate: null,
          statistics,
          forwardPasses: 1 + 2 * evaluations + (statistics.length > 0 ? 1 : 0),
          backwardPasses: evaluations,
        },
      };
    },
    preconditionerState: async () => ({ kind: "diagonal", layers: [] }),
    passesPerStep: (_hyperparams, measured) => measured,
  };
}
