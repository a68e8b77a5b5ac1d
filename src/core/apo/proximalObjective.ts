import { concat, mul, type Scalar, scalar, slice, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/hyperparams";
import { amortizedPasses, META_STEP_PASSES, type Passes, STEP_PASSES } from "../../config/passes";
import { addScaled } from "../kernels/linearCombination";
import type { Batch, Params, Problem, StepStats } from "../optimizers/optimizer";
import { inPrecision } from "../optimizers/precision";
import { minus, squaredNorm, type Vector } from "../optimizers/vectors";

/** Q at a lookahead θ′, its raw terms, and R, the gradient of the bracket with respect to θ′ (APO.md, Algorithm 1). */
export interface ProximalObjective {
  objectiveLoss: Scalar;
  /** mean over B′ of ρ(f(x; θ′), f(x; θ)). */
  fsd: Scalar;
  /** ½‖θ′ − θ‖². */
  wsd: Scalar;
  /** ∇_θ′ [ J_B(θ′) + λ_FSD·FSD + λ_WSD·½‖θ′ − θ‖² ]. */
  gradient: Tensor2D[];
}

/** One gradient a step, and the objective's passes once every K steps, once any warm-up is over. */
export function apoPassesPerStep({ metaUpdateInterval }: Hyperparams): Passes {
  const { forward, backward } = amortizedPasses(metaUpdateInterval);
  return { forward: STEP_PASSES.forward + forward, backward: STEP_PASSES.backward + backward };
}

/** The part of a step's stats that a meta-update adds; `terms` is undefined in a step without one. */
export function objectiveStats(
  terms: ProximalObjective | undefined,
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

/**
 * Q(φ) at `lookahead`: the exact loss on B, the discrepancy on B′ from the outputs at `params`, and the distance moved.
 * B and B′ go through the network as one batch at θ′, so that one backward pass gives both gradients.
 */
export function proximalObjective(
  problem: Problem,
  params: Params,
  lookahead: Vector,
  batch: Batch,
  fsdBatch: Batch,
  hyperparams: Hyperparams,
): ProximalObjective {
  return proximalObjectiveFrom(problem, params, batch, fsdBatch, hyperparams)(lookahead);
}

/** As `proximalObjective`, for many lookaheads from the same θ: its outputs on B′ and the joined batch are made once. */
export function proximalObjectiveFrom(
  { model, loss }: Problem,
  params: Params,
  batch: Batch,
  fsdBatch: Batch,
  { lambdaFsd, lambdaWsd, klDirection, precision }: Hyperparams,
): (lookahead: Vector) => ProximalObjective {
  const count = batch.input.shape[0] as number;
  const fsdCount = fsdBatch.input.shape[0] as number;
  const reference = model.forward(params, fsdBatch.input).outputs;
  const input = concat([batch.input, fsdBatch.input] as Tensor[], 0);
  return (lookahead) => {
    const pass = model.forward(lookahead, input);
    const outputs = pass.outputs.shape[1];
    const onBatch = loss.lossAndGrad(slice(pass.outputs, [0, 0], [count, outputs]), batch.target);
    const onFsdBatch = loss.discrepancyAndGrad(
      slice(pass.outputs, [count, 0], [fsdCount, outputs]),
      reference,
      klDirection,
    );
    const outputGrad = concat([onBatch.outputGrad, mul(scalar(lambdaFsd), onFsdBatch.outputGrad) as Tensor2D], 0);
    const functionGrad = model.backward(lookahead, pass, outputGrad);
    const move = minus(lookahead, params);
    return {
      objectiveLoss: onBatch.loss,
      fsd: onFsdBatch.discrepancy,
      wsd: mul(scalar(0.5), squaredNorm(move)),
      gradient: inPrecision(addScaled(lambdaWsd, move, functionGrad), precision),
    };
  };
}
