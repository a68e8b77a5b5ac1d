import type { DisplayState, ExperimentState } from "../experiment/state";

/** What figures of a group have in common: the race, and how far it has come. */
const SHARED = [
  ...["experiment", "config", "preset", "status", "isPausing", "progress", "environment", "sizes", "tensors", "step"],
  ...["network", "speed", "runs", "focusRun", "interventions", "pending", "retraining", "recorded", "isRounded"],
  ...["picture", "curvature"],
] as (keyof ExperimentState)[];

/** The step that is looked at in all of them, and what is under the pointer in one. */
export type GroupLook = Pick<DisplayState, "hoverStep" | "pointedRun" | "scrubStep">;

/** The race and how far it has come. */
export const sharedOf = (state: ExperimentState): Partial<ExperimentState> =>
  Object.fromEntries([
    ...SHARED.map((key) => [key, state[key]]),
    ["notices", state.notices.filter(({ action }) => action !== "bringBack")], // what it brings back is in one of them
  ]);

/** A figure's own state with the leader's race in it. */
export const withShared = (state: ExperimentState, shared: Partial<ExperimentState>): ExperimentState => ({
  ...state,
  ...shared,
});

/** What is looked at. */
export const groupLookOf = ({ display: { hoverStep, pointedRun, scrubStep } }: ExperimentState): GroupLook => ({
  hoverStep,
  pointedRun,
  scrubStep,
});

/** The same, taken from another figure. */
export const withLook = (state: ExperimentState, look: GroupLook): ExperimentState => ({
  ...state,
  display: { ...state.display, ...look },
});

/** A race whose leader is gone: nothing trains it until somebody asks for that here. */
export function leaderless(state: ExperimentState): ExperimentState {
  if (state.status !== "running" && state.status !== "loading") return state;
  return { ...state, status: state.step > 0 ? "paused" : "idle", isPausing: false, retraining: null };
}
