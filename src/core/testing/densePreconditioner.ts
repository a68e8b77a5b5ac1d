import { matMul, neg, reshape, sub, type Tensor2D, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { initMeta, metaLearningRateAt, metaUpdate } from "../apo/metaOptimizer";
import { type Batch, lossAndGrads, type Problem } from "../optimizers/optimizer";
import { proximalObjective } from "../proximal/deviceObjective";
import { read } from "./numeric";

/** Where a meta-update looks from: θ of a network with one layer, B and B′; made anew for each step. */
export interface Lookout {
  params: Tensor2D;
  batch: Batch;
  fsdBatch: Batch;
}

/**
 * APO for a preconditioner without structure: φ = P [n, n] over the n = out·in weights of one layer, row after row, with
 * the lookahead θ − P g and ∂Q/∂P = −R gᵀ (APO.md). Starts at η₀·I and returns P after `steps` meta-updates, row-major.
 */
export async function learnDensePreconditioner(
  problem: Problem,
  lookout: (step: number) => Lookout,
  changed: Partial<Hyperparams> & { steps: number },
): Promise<number[]> {
  const hyperparams = { ...hyperparamDefaults("apo-p"), ...changed };
  const [out, inputs] = problem.model.parametric[0]?.shape ?? [0, 0];
  const n = out * inputs;
  const start = new Float32Array(n * n).map((_, k) => (k % (n + 1) === 0 ? hyperparams.learningRate : 0));
  let P = tensor2d(start, [n, n]);
  let meta = tidy(() => initMeta([P]) as never) as ReturnType<typeof initMeta>;
  for (let step = 0; step < hyperparams.steps; step++) {
    const before = [P, meta.mu, meta.nu];
    const next = tidy(() => {
      const { params, batch, fsdBatch } = lookout(step);
      const { grads } = lossAndGrads(problem, [params], batch, hyperparams);
      const g = reshape(grads[0] as Tensor2D, [n, 1]);
      const lookahead = sub(params, reshape(matMul(P, g), [out, inputs])) as Tensor2D;
      const { gradient } = proximalObjective(problem, [params], [lookahead], batch, fsdBatch, hyperparams);
      const metaGrad = neg(matMul(reshape(gradient[0] as Tensor2D, [n, 1]), g, false, true)) as Tensor2D;
      const alpha = metaLearningRateAt(step, hyperparams);
      return metaUpdate([P], [metaGrad], meta, hyperparams, alpha) as never;
    }) as ReturnType<typeof metaUpdate>;
    P = next.metaParams[0] as Tensor2D;
    meta = next.state;
    for (const tensor of before) if (![P, meta.mu, meta.nu].includes(tensor)) tensor.dispose();
  }
  meta.mu.dispose();
  meta.nu.dispose();
  return read(P);
}
