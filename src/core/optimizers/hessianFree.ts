import { tidy } from "@tensorflow/tfjs-core";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { dot } from "../linalg/hostVector";
import { shiftedCurvature, solveShifted } from "./curvatureOperator";
import { readVector, toVector } from "./hostVectors";
import { type Batch, lossGradsAndPass, type Optimizer, type Params, type Problem } from "./optimizer";
import { minus } from "./vectors";

export interface HessianFreeState {
  /** Levenberg-Marquardt damping in force; null before the first step. */
  damping: number | null;
}

/** Armijo's share of the slope that a step must keep, and how a step is shortened (Martens 2010, section 4.3). */
const SUFFICIENT = 1e-2;
const SHORTEN = 0.8;
const MOST_TRIALS = 30;
/** Share of the loss that float32 cannot tell apart. */
const ROUNDING = 1e-7;
/** The damping never leaves this range. */
const DAMPING_RANGE = { min: 1e-10, max: 1e6 };

/**
 * Hessian-free optimization (Martens 2010): the proximal step with a second-order loss, by the Gauss-Newton matrix G on B, and
 * WSD: θ − (G + (λ_WSD + damping)·I)⁻¹ g by conjugate gradients. The damping follows Levenberg and Marquardt's rule on the ratio
 * of the objective's change to its model's (×3/2 below 1/4, ×2/3 above 3/4; 0 turns it off), and backtracking shortens
 * a step that does not lower the objective J_B(u) + (λ_WSD/2)‖u − θ‖² enough.
 */
export function hessianFree(problem: Problem): Optimizer<HessianFreeState> {
  return {
    init: () => ({ damping: null }),
    async step(params, state, batch, _fsdBatch, hyperparams) {
      const { lambdaWsd, backtracking } = hyperparams;
      const damping = hyperparams.damping === 0 ? 0 : (state.damping ?? hyperparams.damping);
      const { loss, grads, pass, statistics } = lossGradsAndPass(problem, params, batch, hyperparams);
      const shift = lambdaWsd + damping;
      const product = shiftedCurvature(problem, params, { pass, rowShares: batch.rowShares }, 1, shift);
      const gradient = await readVector(() => grads);
      const { x, residual, products } = await solveShifted(product, shift, gradient, hyperparams);
      let next = minus(params, toVector(x, params));
      let trials = 0;
      let nextDamping = damping;
      if (backtracking === "on" || damping > 0) {
        const [before] = await loss.data();
        const squaredStep = dot(x, x);
        const slope = -dot(gradient, x);
        // (G + shift·I) x = g − r
        const curvature = -slope - dot(x, residual) - damping * squaredStep;
        const change = async (scale: number) => {
          trials++;
          const loss = await lossAt(problem, next, batch);
          return loss - (before as number) + 0.5 * lambdaWsd * scale * scale * squaredStep;
        };
        let scale = 1;
        let actual = await change(scale);
        if (damping > 0) nextDamping = adapted(damping, actual / (slope + 0.5 * curvature));
        const slack = ROUNDING * Math.abs(before as number);
        const falls = () => actual <= SUFFICIENT * scale * slope + slack;
        while (backtracking === "on" && !falls() && trials < MOST_TRIALS) {
          scale *= SHORTEN;
          next = minus(
            params,
            toVector(
              x.map((value) => scale * value),
              params,
            ),
          );
          actual = await change(scale);
        }
        if (backtracking === "on" && !falls()) next = [...params];
      }
      return {
        params: next,
        state: { damping: nextDamping },
        stats: {
          loss,
          learningRate: null,
          statistics,
          forwardPasses: 1 + products + trials,
          backwardPasses: 1 + products,
        },
      };
    },
    preconditionerState: async () => ({ kind: "diagonal", layers: [] }),
    passesPerStep: (_hyperparams: Hyperparams, measured) => measured,
  };
}

async function lossAt({ model, loss }: Problem, params: Params, batch: Batch): Promise<number> {
  const device = tidy(
    () => loss.lossAndGrad(model.forward(params, batch.input).outputs, batch.target, batch.rowShares).loss,
  );
  const [value] = await device.data();
  device.dispose();
  return value as number;
}

/** Martens's form of Marquardt's rule (`core/proximal/dampingRules.ts`), one step a batch: a model that promises too much asks for more damping; one that keeps its promise for less. */
function adapted(damping: number, ratio: number): number {
  const factor = ratio > 0.75 ? 2 / 3 : ratio >= 0.25 ? 1 : 3 / 2;
  return Math.min(DAMPING_RANGE.max, Math.max(DAMPING_RANGE.min, damping * factor));
}
