import type { Lambdas } from "../../config/tables/lambdas";
import { createStableSelector } from "../experiment/memo";
import { metaRunOf } from "../experiment/metaRun";

/** The numbers that the article's exercises ask about. */
export interface ExerciseNumbers {
  /** Whether they are those of the run on screen. */
  isOfRun: boolean;
  /** Of H and G alike: the task's largest where it is known. */
  curvature: number;
  lambdas: Lambdas;
  interval: number;
}

/** Where no method of the race has the number. */
const EXAMPLE = { curvature: 2, lambdas: { lambdaFsd: 1, lambdaWsd: 0.1 }, interval: 5 };

/** As a reader is told it: to two digits. */
const told = (value: number): number => Number(value.toPrecision(2));

/** The run's λ and K as its sliders stand, and the task's curvature; else an example. */
export const selectExerciseNumbers = createStableSelector((state): ExerciseNumbers => {
  const settings = metaRunOf(state)?.hyperparams;
  const curvature = state.curvature?.flatMap(({ eigenvalues }) => eigenvalues);
  return {
    isOfRun: settings !== undefined,
    curvature: curvature ? told(Math.max(...curvature)) : EXAMPLE.curvature,
    lambdas: settings ? { lambdaFsd: told(settings.lambdaFsd), lambdaWsd: told(settings.lambdaWsd) } : EXAMPLE.lambdas,
    interval: settings?.metaUpdateInterval ?? EXAMPLE.interval,
  };
});
