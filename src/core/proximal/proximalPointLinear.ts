import { tensor2d } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { type Batch, lossAndGrads, type Params, type Problem, type StepStats } from "../optimizers/optimizer";
import { linearMoments, linearProximalStep } from "./linearStep";

/** Tells whether the objective is quadratic with one known matrix: a single dense layer under squared error. */
export function isLinearRegression({ model, loss }: Problem): boolean {
  const [layer, ...rest] = model.layers;
  const isDense = layer?.matrices.length === 1 && layer.inputShape?.length === 1;
  return rest.length === 0 && isDense && loss.kind === "squaredError";
}

/** The proximal point of linear regression, in closed form in float64 on the host. Throws where its matrix is singular. */
export async function linearProximalPoint(
  problem: Problem,
  params: Params,
  batch: Batch,
  fsdBatch: Batch,
  hyperparams: Hyperparams,
): Promise<{ params: Params; stats: StepStats }> {
  const weights = params[0];
  if (!weights) throw new Error("Linear regression without weights.");
  const [outputs, columns] = weights.shape;
  const W = Float64Array.from(await weights.data());
  const data = { x: await batch.input.data(), y: await batch.target.data(), fsdX: await fsdBatch.input.data() };
  const moments = linearMoments(data, batch.input.shape[1] ?? 0, columns, outputs);
  const next = Float32Array.from(linearProximalStep(W, moments, hyperparams).target);
  if (!next.every(Number.isFinite))
    throw new RangeError("The proximal point is not finite: the run has diverged before this step. Raise λ_WSD.");
  return {
    params: [tensor2d(next, weights.shape)],
    stats: {
      loss: lossAndGrads(problem, params, batch, hyperparams).loss,
      learningRate: null,
      statistics: [],
      // the gradient on B; the system costs no pass through the network
      forwardPasses: 1,
      backwardPasses: 1,
    },
  };
}
