import { hyperparamDefaults } from "./hyperparamRange";
import type { Hyperparams } from "./hyperparams";
import type { Lambdas } from "./lambdas";
import type { LandscapeId } from "./landscape";
import type { OptimizerId } from "./optimizers";

/** λ_FSD and λ_WSD where the race has no run that reads them. */
export const LANDSCAPE_LAMBDAS: Lambdas = { lambdaFsd: 1, lambdaWsd: 0.1 };

/** What the grid leaves alone: no averages that 60 steps are too few for, no clip, every inverse fresh, whole steps. */
const FIXED: Partial<Record<OptimizerId, Partial<Hyperparams>>> = {
  "apo-p": { momentum: 0 },
  adam: { beta2: 0.99 },
  kfac: { momentum: 0, klClip: 1e6, curvatureEma: 0.9 },
  ekfac: { momentum: 0, klClip: 1e6, curvatureEma: 0.9, inverseUpdatePeriod: 1 },
  shampoo: { momentum: 0, inverseUpdatePeriod: 1 },
  "natural-gradient": { learningRate: 1 },
  // the poster's step: (G + λ_WSD·I)⁻¹ g, without Levenberg and Marquardt's damping
  "hessian-free": { damping: 0 },
  "proximal-point": { solverTolerance: 1e-5 },
};

/** Chosen by `npx tsx src/cli/trace/landscapeGrid.ts`. */
const CHOSEN: Record<LandscapeId, Partial<Record<OptimizerId, Partial<Hyperparams>>>> = {
  quadratic: {
    "apo-p": { learningRate: 0.5 },
    "apo-lr": { learningRate: 0.5 },
    sgd: { learningRate: 0.5 },
    sgdm: { learningRate: 0.2 },
    rmsprop: { learningRate: 0.1 },
    adam: { learningRate: 1 },
    kfac: { learningRate: 0.5, damping: 0.01 },
    ekfac: { learningRate: 0.2, damping: 0.01 },
    shampoo: { learningRate: 2 },
  },
  rosenbrock: {
    "apo-p": { learningRate: 5e-4 },
    "apo-lr": { learningRate: 0.005 },
    sgd: { learningRate: 2e-4 },
    sgdm: { learningRate: 5e-4 },
    rmsprop: { learningRate: 0.01 },
    adam: { learningRate: 0.02 },
    shampoo: { learningRate: 0.5 },
  },
  "two-weights": {
    "apo-p": { learningRate: 0.5 },
    "apo-lr": { learningRate: 1 },
    sgd: { learningRate: 1 },
    sgdm: { learningRate: 0.01 },
    rmsprop: { learningRate: 0.1 },
    adam: { learningRate: 0.1 },
    kfac: { learningRate: 0.5, damping: 0.01 },
    ekfac: { learningRate: 0.05, damping: 1e-3 },
    shampoo: { learningRate: 0.5 },
  },
};

/** Settings of a method on a problem before any of the page's own, in float32. */
export function landscapeSettings(problem: LandscapeId, optimizer: OptimizerId): Hyperparams {
  return {
    ...hyperparamDefaults(optimizer),
    ...LANDSCAPE_LAMBDAS,
    ...FIXED[optimizer],
    ...CHOSEN[problem][optimizer],
    precision: "fp32",
  };
}
