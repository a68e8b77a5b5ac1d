import type { NumericHyperparamName } from "../tables/hyperparamNames";
import { actsMidRun, hyperparamRange, readsHyperparam } from "../tables/hyperparamRange";
import type { HyperparamName, Hyperparams } from "../tables/hyperparams";
import { OPTIMIZERS, type OptimizerId } from "../tables/optimizers";
import type { RunEnd } from "./runEnd";

/** What is known of a run that ended before its last step. */
export interface EndedRun {
  end: RunEnd;
  optimizer: OptimizerId;
  /** In its last step. */
  hyperparams: Hyperparams;
  /** What the method starts with on this task. */
  usual: Hyperparams;
  /** Training loss and η (of APO-P the mean eigenvalue of P) in each step from step 0. */
  losses: readonly (number | null)[];
  rates: readonly (number | null)[];
  /** Largest eigenvalue of the loss's Hessian where it is the same at every θ; null elsewhere. */
  largestCurvature: number | null;
}

/** Why a run ended, as far as its log tells. */
export type Cause =
  /** The fixed η is above the most that is stable, 2(1 + μ) / λ_max. */
  | { kind: "unstable"; limit: number }
  /** The training loss grew by this factor in one step, with a fixed η. */
  | { kind: "overshoot"; growth: number }
  /** The same in the first steps of APO, from its η₀. */
  | { kind: "start"; growth: number }
  /** Meta-updates raised η by this factor within so many steps. */
  | { kind: "learned"; growth: number; steps: number }
  /** Numbers left a 16-bit format while the loss was still low. */
  | { kind: "format" }
  /** Too little was added to KFAC's or EKFAC's factors. */
  | { kind: "damping" }
  /** Too low a λ_FSD for steps that its inverse makes longer. */
  | { kind: "price" };

/** What to do about it. */
export interface Remedy {
  /** null: nothing in the log tells. */
  cause: Cause | null;
  /** Steps after which the run goes on with the setting changed: at least `REWIND_STEPS` before its end, else 0. */
  step: number;
  name: HyperparamName;
  from: number | string;
  value: number | string;
}

const REWIND_STEPS = 10;

/** What one click lowers a setting by, and again as often as it takes. */
const LOWER_BY = 3;

/** Growth of the loss in one step that is no noise of batches, and of η that is no adaptation. */
const LEAST_LOSS_GROWTH = 4;
const LEAST_RATE_GROWTH = 2;

/** Up to so many times its first value a loss is still low. */
const LOW_LOSS = 100;

/**
 * The likely cause of a run's end and the change that takes it away, each rule seen to hold on toy tasks (rewind.test.ts); null where the
 * method has no setting that would.
 */
export function remedyOf(run: EndedRun): Remedy | null {
  const { optimizer, hyperparams, usual, end } = run;
  const growth = lossGrowth(run);
  const isWild = growth >= LEAST_LOSS_GROWTH;
  const change = (cause: Cause | null, name: HyperparamName, value: number | string, step = rewindStep(run)) => ({
    ...{ cause, step, name, from: hyperparams[name] },
    value: typeof value === "number" ? Number(value.toPrecision(3)) : value,
  });
  if (hyperparams.precision !== "fp32" && end.kind !== "tooHigh" && isLossLow(run))
    return change({ kind: "format" }, "precision", "fp32");
  if (actsMidRun(optimizer, "damping")) {
    const isLow = hyperparams.damping < usual.damping / 10;
    if (isLow && (isWild || end.kind === "singular")) return change({ kind: "damping" }, "damping", usual.damping);
    if (end.kind === "singular") return change({ kind: "damping" }, "damping", 10 * hyperparams.damping);
  }
  if (OPTIMIZERS[optimizer].learns) return learnedRemedy(run, growth, change);
  if (readsHyperparam(optimizer, "lambdaFsd") && isWild && hyperparams.lambdaFsd < usual.lambdaFsd / LOWER_BY)
    return change({ kind: "price" }, "lambdaFsd", 10 * hyperparams.lambdaFsd || usual.lambdaFsd);
  const isInverse = optimizer === "gradient-descent";
  if (!isInverse && !actsMidRun(optimizer, "learningRate")) return null;
  const rate = isInverse ? 1 / hyperparams.lambdaWsd : hyperparams.learningRate;
  const limit = stableRate(run);
  const isUnstable = limit !== null && rate > limit;
  const { isFactored, isSolver } = OPTIMIZERS[optimizer];
  const isTold = isWild && !isFactored && !isSolver; // of the others a lower η alone was not seen to be enough
  const cause: Cause | null = isUnstable ? { kind: "unstable", limit } : isTold ? { kind: "overshoot", growth } : null;
  const times = Math.max(isUnstable ? rate / limit : 1, timesTooHigh(growth));
  const highest = isInverse ? 1 / hyperparamRange(optimizer, "lambdaWsd").min : highestOf(optimizer, "learningRate");
  const lowered = lower(rate, Math.min(rate / (2 * times), highest));
  return isInverse ? change(cause, "lambdaWsd", 1 / lowered) : change(cause, "learningRate", lowered);
}

type Change = (cause: Cause | null, name: HyperparamName, value: number, step?: number) => Remedy;

/** Of APO, which learns its η: α, or η₀ where its first steps went too far already. */
function learnedRemedy(run: EndedRun, growth: number, change: Change): Remedy {
  const { optimizer, hyperparams, end } = run;
  const { metaLearningRate: alpha, learningRate: start } = hyperparams;
  const lowered = lower(alpha, highestOf(optimizer, "metaLearningRate"));
  const rise = rateRise(run);
  if (rise.growth >= LEAST_RATE_GROWTH) {
    const cause: Cause = { kind: "learned", growth: rise.growth, steps: end.step - rise.step };
    return change(cause, "metaLearningRate", lowered, Math.min(rewindStep(run), rise.step));
  }
  if (growth >= LEAST_LOSS_GROWTH && rewindStep(run) === 0) {
    const target = Math.min(start / (2 * timesTooHigh(growth)), highestOf(optimizer, "learningRate"));
    return change({ kind: "start", growth }, "learningRate", lower(start, target));
  }
  return change(null, "metaLearningRate", lowered);
}

/** A value divided by 3 once, and again until it is at most the target; the target itself of an infinite one. */
function lower(value: number, target: number): number {
  if (value === Number.POSITIVE_INFINITY) return target;
  let lowered = value / LOWER_BY;
  while (lowered > target) lowered /= LOWER_BY;
  return lowered;
}

const highestOf = (optimizer: OptimizerId, name: NumericHyperparamName) => hyperparamRange(optimizer, name).max;

/**
 * In a bowl of curvature λ a step multiplies the loss by (1 − ηλ)²: where that is r, η is (1 + √r) / 2 times the largest that is
 * stable, 2 / λ. At least 1.
 */
const timesTooHigh = (growth: number) => Math.max(1, (1 + Math.sqrt(growth)) / 2);

/** Of SGD, with momentum or without, on a loss whose curvature is known: 2(1 + μ) / λ_max. */
function stableRate({ optimizer, hyperparams, largestCurvature }: EndedRun): number | null {
  if (largestCurvature === null || !["sgd", "sgdm", "gradient-descent"].includes(optimizer)) return null;
  const momentum = readsHyperparam(optimizer, "momentum") ? hyperparams.momentum : 0;
  return (2 * (1 + momentum)) / largestCurvature;
}

/** The largest factor of the training loss from one of the last steps to the next; 1 where it did not grow. */
function lossGrowth({ losses }: EndedRun): number {
  const last = losses.slice(-1 - REWIND_STEPS);
  const factors = last.slice(1).map((loss, i) => (loss ?? 0) / (last[i] ?? Number.NaN));
  return Math.max(1, ...factors.filter(Number.isFinite));
}

function isLossLow({ losses }: EndedRun): boolean {
  const [first = 0] = losses;
  return losses.every((loss) => !Number.isFinite(loss) || (loss ?? 0) <= LOW_LOSS * (first ?? 0));
}

/** The last step whose loss was at most the first, and at least ten before the end. */
function rewindStep({ losses, end }: EndedRun): number {
  const first = losses[0] ?? 0;
  const calm = losses.findLastIndex((loss) => loss !== null && loss <= first);
  return Math.max(0, Math.min(end.step - REWIND_STEPS, calm));
}

/** By what factor η rose in the last steps and the meta-updates behind them, and the step before which it was lowest. */
function rateRise({ rates, hyperparams }: EndedRun): { growth: number; step: number } {
  const first = Math.max(0, rates.length - REWIND_STEPS - hyperparams.metaUpdateInterval);
  let lowest = { rate: first === 0 ? hyperparams.learningRate : Number.POSITIVE_INFINITY, step: 0 };
  let rise = { growth: 1, step: first };
  for (let step = first; step < rates.length; step++) {
    const rate = rates[step];
    if (rate == null || !Number.isFinite(rate)) continue;
    if (rate / lowest.rate > rise.growth) rise = { growth: rate / lowest.rate, step: lowest.step };
    if (rate < lowest.rate) lowest = { rate, step };
  }
  return rise;
}
