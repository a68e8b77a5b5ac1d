import { concat, mul, type Scalar, scalar, slice, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { areHalvesBetter, areListsBetter } from "../kernels/launches";
import { addScaledOnto } from "../kernels/linearCombination";
import type { Model } from "../nn/model";
import { type Batch, lossAndGrads, type Params, type Problem } from "../optimizers/optimizer";
import { inPrecision } from "../optimizers/precision";
import { minus, scaled, squaredNorm, type Vector } from "../optimizers/vectors";
import { scoped } from "../scope";

/** The raw terms of Q at a lookahead θ′, and R, the gradient of Q with respect to θ′ (APO.md, Algorithm 1): float32 on the device. */
export interface ProximalObjective {
  objectiveLoss: Scalar;
  /** mean over B′ of ρ(f(x; θ′), f(x; θ)). */
  fsd: Scalar;
  /** ½‖θ′ − θ‖². */
  wsd: Scalar;
  /** ∇_θ′ [ J_B(θ′) + λ_FSD·FSD + λ_WSD·½‖θ′ − θ‖² ]. */
  gradient: Tensor2D[];
}

/** Q(φ) at `lookahead`: the exact loss on B, the discrepancy on B′ from the outputs at `params`, and the distance moved. */
export function proximalObjective(
  problem: Problem,
  params: Params,
  lookahead: Vector,
  batch: Batch,
  fsdBatch: Batch,
  hyperparams: Hyperparams,
): ProximalObjective {
  if (!areHalvesBetter(valuesOf(problem.model)))
    return proximalObjectiveFrom(problem, params, batch, fsdBatch, hyperparams)(lookahead);
  const reference = outputsOf(problem, params, fsdBatch);
  return complete(
    passesApart(problem, lookahead, batch, fsdBatch, reference, hyperparams),
    params,
    lookahead,
    hyperparams,
  );
}

/**
 * As `proximalObjective`, for many lookaheads from the same θ: its outputs on B′ and the joined batch are made once. A model that
 * normalises with its batch is given B and B′ apart: they must not share statistics.
 */
export function proximalObjectiveFrom(
  problem: Problem,
  params: Params,
  batch: Batch,
  fsdBatch: Batch,
  hyperparams: Hyperparams,
): (lookahead: Vector) => ProximalObjective {
  const reference = outputsOf(problem, params, fsdBatch);
  if (problem.model.statisticsShapes.length > 0)
    return (lookahead) =>
      complete(
        passesApart(problem, lookahead, batch, fsdBatch, reference, hyperparams),
        params,
        lookahead,
        hyperparams,
      );
  const input = concat([batch.input, fsdBatch.input] as Tensor[], 0);
  return (lookahead) =>
    complete(
      passJoined(problem, lookahead, batch, fsdBatch, input, reference, hyperparams),
      params,
      lookahead,
      hyperparams,
    );
}

/** How many values the layers make of one example. */
const valuesOf = ({ layers }: Model): number =>
  layers.reduce((total, { outputShape }) => total + outputShape.reduce((product, length) => product * length, 1), 0);

/** What the network has to say of a lookahead: J_B, FSD, and the gradient of J_B + λ_FSD·FSD. */
interface FunctionTerms {
  loss: Scalar;
  discrepancy: Scalar;
  grads: Tensor2D[];
}

const outputsOf = ({ model }: Problem, params: Params, batch: Batch): Tensor2D =>
  scoped(() => model.forward(params, batch.input, undefined, "outputs").outputs);

/** B and B′ go through the network as one batch at θ′, so that one backward pass gives both gradients: the fewest launches. */
function passJoined(
  { model, loss }: Problem,
  lookahead: Vector,
  batch: Batch,
  { rowShares }: Batch,
  input: Tensor,
  reference: Tensor2D,
  { lambdaFsd, klDirection }: Hyperparams,
): FunctionTerms {
  return scoped(() => {
    const pass = model.forward(lookahead, input, undefined, "backward");
    const [all, outputs] = pass.outputs.shape;
    const count = all - reference.shape[0];
    const ofBatch = slice(pass.outputs, [0, 0], [count, outputs]);
    const ofFsdBatch = slice(pass.outputs, [count, 0], reference.shape);
    const onBatch = loss.lossAndGrad(ofBatch, batch.target, batch.rowShares);
    const onFsdBatch = loss.discrepancyAndGrad(ofFsdBatch, reference, klDirection, rowShares);
    const outputGrad = concat([onBatch.outputGrad, ...scaled(lambdaFsd, [onFsdBatch.outputGrad])], 0);
    const grads = model.backward(lookahead, pass, outputGrad, true);
    return { loss: onBatch.loss, discrepancy: onFsdBatch.discrepancy, grads };
  });
}

/** B and B′ one after the other: half the bytes. */
function passesApart(
  problem: Problem,
  lookahead: Vector,
  batch: Batch,
  fsdBatch: Batch,
  reference: Tensor2D,
  { lambdaFsd, klDirection }: Hyperparams,
): FunctionTerms {
  const { model } = problem;
  return scoped(() => {
    const onBatch = lossAndGrads(problem, lookahead, batch, { precision: "fp32" }, true);
    const pass = model.forward(lookahead, fsdBatch.input, undefined, "backward");
    const { discrepancy, outputGrad } = problem.loss.discrepancyAndGrad(
      pass.outputs,
      reference,
      klDirection,
      fsdBatch.rowShares,
    );
    const [scaledGrad] = scaled(lambdaFsd, [outputGrad]) as [Tensor2D];
    const grads = areListsBetter()
      ? addScaledOnto(1, model.backward(lookahead, pass, scaledGrad, true), onBatch.grads)
      : model.backward(lookahead, pass, scaledGrad, true, onBatch.grads);
    return { loss: onBatch.loss, discrepancy, grads };
  });
}

function complete(
  { loss, discrepancy, grads }: FunctionTerms,
  params: Params,
  lookahead: Vector,
  { lambdaWsd, precision }: Hyperparams,
): ProximalObjective {
  const move = minus(lookahead, params);
  return {
    objectiveLoss: loss,
    fsd: discrepancy,
    wsd: mul(scalar(0.5), squaredNorm(move)),
    gradient: inPrecision(addScaledOnto(lambdaWsd, move, grads), precision),
  };
}
