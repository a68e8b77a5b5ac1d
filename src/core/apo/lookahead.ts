import { neg, type Scalar, sqrt } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/tables/hyperparams";
import type { Ahead, Batch, Params, Problem } from "../optimizers/optimizer";
import { innerProduct, minus, squaredNorm } from "../optimizers/vectors";
import { proximalObjective } from "../proximal/deviceObjective";

/** The numbers of `Lookahead` (config/formulas/lookahead.ts) that live on the device; slopes are by the logarithm of the step's length. */
export interface LookaheadScalars {
  batchLoss: Scalar;
  gradientNorm: Scalar;
  stepLength: Scalar;
  objectiveLoss: Scalar;
  fsd: Scalar;
  wsd: Scalar;
  lossSlope: Scalar;
  /** Of J_B + FSD: the gradient of FSD alone is not worth a third backward pass of its own. */
  lossAndFsdSlope: Scalar;
}

/** The terms of Q at a lookahead, by the very function that the meta-update uses, each weighed with 1 or left out. */
export function measureLookahead(
  problem: Problem,
  params: Params,
  { lookahead, loss, grads }: Ahead,
  batch: Batch,
  fsdBatch: Batch,
  hyperparams: Hyperparams,
): LookaheadScalars {
  const step = minus(params, lookahead);
  const measured = (lambdaFsd: number) =>
    proximalObjective(problem, params, lookahead, batch, fsdBatch, { ...hyperparams, lambdaFsd, lambdaWsd: 0 });
  const [alone, withFsd] = [measured(0), measured(1)];
  return {
    batchLoss: loss,
    gradientNorm: sqrt(squaredNorm(grads)),
    stepLength: sqrt(squaredNorm(step)),
    objectiveLoss: alone.objectiveLoss,
    fsd: alone.fsd,
    wsd: alone.wsd,
    lossSlope: neg(innerProduct(alone.gradient, step)),
    lossAndFsdSlope: neg(innerProduct(withFsd.gradient, step)),
  };
}
