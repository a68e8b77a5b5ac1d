import { hyperparamRange } from "../tables/hyperparamRange";
import type { Hyperparams } from "../tables/hyperparams";
import type { Lambdas } from "../tables/lambdas";
import type { OptimizerId } from "../tables/optimizers";
import type { TaskId } from "../tables/taskIds";

/** The λ that a map tries, ascending: 0 first where the method allows it, then equal factors apart. */
export interface SweepGrid {
  lambdaFsd: readonly number[];
  lambdaWsd: readonly number[];
}

/** How one pair of λ ended. */
export interface SweepCell extends Lambdas {
  status: "finished" | "diverged";
  /** Mean loss on at most 1,000 training examples after the last step; null where it diverged. */
  finalLoss: number | null;
  /** η of the last step; APO-P: mean eigenvalue of P over all layers. null where it diverged. */
  learningRate: number | null;
  /** Names quantity and step when diverged. */
  message?: string;
}

/** Steps per cell that can be asked for. */
const SWEEP_STEPS: readonly number[] = [10, 20, 50, 100, 200, 400];

/** About 20 s for a map on two cores; longer on the tasks with images. On sine by how stable the order of the cells is (docs/maps). */
const STEPS: Partial<Record<TaskId | "given", number>> = {
  sine: 10,
  linear: 100,
  "deep-linear": 100,
  cars: 100,
  mnist: 20,
  "fashion-mnist": 20,
  "mnist-autoencoder": 10,
  cifar10: 10,
  translation: 10,
};
const STEPS_ELSEWHERE = 50;

/** Powers of ten over the ranges of the method's two sliders, each λ also at 0. */
export function sweepGrid(optimizer: OptimizerId): SweepGrid {
  const values = (name: keyof Lambdas): number[] => {
    const { min, max, allowsZero } = hyperparamRange(optimizer, name);
    const decades: number[] = [];
    for (let power = Math.ceil(Math.log10(min) - 1e-9); power <= Math.log10(max) + 1e-9; power++)
      decades.push(Number(`1e${power}`));
    return allowsZero ? [0, ...decades] : decades;
  };
  return { lambdaFsd: values("lambdaFsd"), lambdaWsd: values("lambdaWsd") };
}

/** Choices of steps per cell for a run of so many steps: none that is longer than the run. */
export function sweepStepChoices(steps: number): readonly number[] {
  const shorter = SWEEP_STEPS.filter((choice) => choice < steps);
  const longest = SWEEP_STEPS.at(-1) as number;
  return steps <= longest ? [...shorter, steps] : shorter;
}

/** Steps per cell before anyone chooses. */
export function defaultSweepSteps(task: TaskId | "given", steps: number): number {
  const wanted = STEPS[task] ?? STEPS_ELSEWHERE;
  return sweepStepChoices(steps).findLast((choice) => choice <= wanted) ?? steps;
}

/** The settings of a run at one pair of λ. */
export function atLambdas(hyperparams: Hyperparams, { lambdaFsd, lambdaWsd }: Lambdas) {
  return { ...hyperparams, lambdaFsd, lambdaWsd };
}
