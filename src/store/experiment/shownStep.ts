import type { ExperimentState } from "./state";

/** The step that charts, spectra and pictures show: under the pointer, else at the scrubber; null: the latest. */
export function shownStep({ display, step }: Pick<ExperimentState, "display" | "step">): number | null {
  const chosen = display.hoverStep ?? display.scrubStep;
  return chosen === null ? null : Math.min(chosen, step);
}

/** The last step that the charts over time have room for. */
export const lastShown = ({ display }: Pick<ExperimentState, "display">): number =>
  display.zoom?.[1] ?? Number.POSITIVE_INFINITY;

/** Steps that can be looked at: those taken, or all of a recording. */
export const lookableSteps = ({ step, recorded }: Pick<ExperimentState, "step" | "recorded">): number =>
  recorded?.steps ?? step;

/** A step that the scrubber can stand at; null, the latest, where it is not in the past. */
export function scrubbed(state: Pick<ExperimentState, "step" | "recorded">, step: number | null): number | null {
  const latest = lookableSteps(state);
  return step === null || step >= latest ? null : Math.max(0, Math.round(step));
}
