import { createStableSelector } from "../experiment/memo";
import { lookableSteps, shownStep } from "../experiment/shownStep";
import type { MarkerModel } from "./chartModels";
import { selectMarkers } from "./markerSelectors";

/** The scrubber: a track of the planned steps, how far the race is, the step shown, and the moves of sliders on it. */
export interface ScrubberModel {
  /** End of the track. */
  steps: number;
  /** Steps taken: the scrubber goes no further. */
  reached: number;
  /** Where it stands: the latest step, unless it was drawn back. */
  at: number;
  isPast: boolean;
  markers: readonly Pick<MarkerModel, "run" | "name" | "gesture" | "step" | "text">[];
  /** "Step 120 of 470", or "Latest step, 470" */
  text: string;
}

/** Where the page looks, in steps. The step under the pointer moves it too. */
export const selectScrubber = createStableSelector((state): ScrubberModel => {
  const shown = shownStep(state);
  return {
    steps: Math.max(1, state.config.steps, state.step),
    reached: lookableSteps(state),
    at: shown ?? state.step,
    isPast: shown !== null && shown < state.step,
    markers: selectMarkers(state).map(({ run, name, gesture, step, text }) => ({ run, name, gesture, step, text })),
    text: shown === null ? `Latest step, ${state.step}` : `Step ${shown} of ${state.step}`,
  };
});
