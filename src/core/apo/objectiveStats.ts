import { amortizedPasses, META_STEP_PASSES, type Passes, STEP_PASSES } from "../../config/formulas/passes";
import type { Hyperparams } from "../../config/tables/hyperparams";
import type { StepStats } from "../optimizers/optimizer";
import type { ProximalObjective } from "../proximal/deviceObjective";

/** One gradient a step, and the objective's passes once every K steps, once any warm-up is over. */
export function apoPassesPerStep({ metaUpdateInterval }: Hyperparams): Passes {
  const { forward, backward } = amortizedPasses(metaUpdateInterval);
  return { forward: STEP_PASSES.forward + forward, backward: STEP_PASSES.backward + backward };
}

/** The part of a step's stats that a meta-update adds; `terms` is undefined in a step without one. */
export function objectiveStats(
  terms: Omit<ProximalObjective, "gradient"> | undefined,
  { lambdaFsd, lambdaWsd }: Hyperparams,
): Pick<StepStats, "meta" | "forwardPasses" | "backwardPasses"> {
  const { forward, backward } = STEP_PASSES;
  if (!terms) return { forwardPasses: forward, backwardPasses: backward };
  const { objectiveLoss, fsd, wsd } = terms;
  return {
    meta: { objectiveLoss, fsd, wsd, lambdaFsd, lambdaWsd },
    forwardPasses: forward + META_STEP_PASSES.forward,
    backwardPasses: backward + META_STEP_PASSES.backward,
  };
}
