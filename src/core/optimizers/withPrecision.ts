import { cast, isInf, type Scalar, scalar, sum } from "@tensorflow/tfjs-core";
import { sumOfScalars } from "../kernels/linearCombination";
import { tensorsIn } from "../tree";
import type { Optimizer } from "./optimizer";
import { inPrecision, isStored } from "./precision";

/** How many stored numbers are infinite. */
const countInfinite = (tree: unknown): Scalar => {
  const counts = tensorsIn(tree)
    .filter(isStored)
    .map((tensor) => sum(cast(isInf(tensor), "float32")) as Scalar);
  return counts.length > 0 ? sumOfScalars(counts) : scalar(0);
};

/**
 * An optimizer whose weights and state are rounded after each step, as if stored in 16 bits. Products within a step add up in
 * float32, as tensor cores do. Methods round by themselves what a step makes and uses at once: gradients, factors, inverses, φ.
 */
export function withPrecision<State>(optimizer: Optimizer<State>): Optimizer<State> {
  return {
    ...optimizer,
    init: (params, hyperparams) => inPrecision(optimizer.init(params, hyperparams), hyperparams.precision),
    async step(params, state, batch, fsdBatch, hyperparams, isLast) {
      const result = await optimizer.step(params, state, batch, fsdBatch, hyperparams, isLast);
      if (hyperparams.precision === "fp32") return result;
      const stored = inPrecision({ params: result.params, state: result.state }, hyperparams.precision);
      return { ...stored, stats: { ...result.stats, overflows: countInfinite(stored) } };
    },
  };
}
