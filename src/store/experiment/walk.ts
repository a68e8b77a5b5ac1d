import { metaRunOf } from "./metaRun";
import type { DisplayState, ExperimentState } from "./state";

/** A walk goes through the step to come: it needs an APO run at rest. */
export function canWalk(state: Pick<ExperimentState, "status" | "runs" | "focusRun">): boolean {
  return (state.status === "idle" || state.status === "paused") && metaRunOf(state) !== null;
}

/** The same with nobody walking. */
export function endWalk(display: DisplayState): DisplayState {
  return display.walkStage === null ? display : { ...display, walkStage: null };
}
