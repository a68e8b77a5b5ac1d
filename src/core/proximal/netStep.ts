import type { ProximalGap, ProximalProbe, ProximalProblem } from "../../config/formulas/proximalProblem";
import { LEAST_NET_WSD } from "../../config/formulas/proximalSolver";
import { NotPositiveDefiniteError } from "../linalg/psd";
import { byGain } from "./dampingRules";
import { NO_GAP, proximalGap } from "./gap";
import { levenbergMarquardt } from "./levenbergMarquardt";
import { netObjective } from "./netObjective";
import type { ProximalStep } from "./proximalStep";

const MOST_STEPS = 40;
const TOLERANCE = 1e-5;
/** A solve whose gradient is above this share of its start has not ended, and gives no step. */
const ACCEPTED = 1e-2;

/**
 * The exact proximal step of a network of dense layers from θ, all layers end to end, with λ_WSD of at least
 * `LEAST_NET_WSD`. Null where the solver does not converge.
 */
export function netProximalStep(problem: ProximalProblem, theta: Float64Array): ProximalStep | null {
  const lambdaWsd = Math.max(LEAST_NET_WSD, problem.lambdaWsd);
  const objective = netObjective({ ...problem, lambdaWsd }, theta);
  const { u, stationarity } = levenbergMarquardt(objective.at, theta, byGain(TOLERANCE), MOST_STEPS);
  return stationarity <= ACCEPTED ? { target: u, gradient: objective.lossGradient, bestRate: null } : null;
}

/** The gap of a step of a network; nothing where its weights are not finite. */
export function netGap({ problem, theta, next }: ProximalProbe): ProximalGap {
  try {
    const step = netProximalStep(problem, Float64Array.from(theta));
    return step ? proximalGap(theta, next, step) : NO_GAP;
  } catch (error) {
    if (error instanceof NotPositiveDefiniteError) return NO_GAP;
    throw error;
  }
}
