import { evaluated, type SeenRace } from "../../experiment/presets/checks/seen";

/** Training loss of a run at its last evaluation up to a step, else at the end; NaN where it diverged. */
export const lossIn = (race: SeenRace | undefined, run: string, step?: number): number =>
  race ? evaluated(race, run, "trainLoss", step) : Number.NaN;

/** The higher of two positive numbers over the lower. */
export const apart = (a: number, b: number): number => Math.max(a, b) / Math.min(a, b);
