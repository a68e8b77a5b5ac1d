import { metaRunOf } from "./metaRun";
import type { ExperimentState, ViewState } from "./state";

/** A walk goes through the step to come: it needs an APO run at rest. */
export function canWalk(state: Pick<ExperimentState, "status" | "runs" | "focusRun">): boolean {
  return (state.status === "idle" || state.status === "paused") && metaRunOf(state) !== null;
}

/** The same view with nobody walking. */
export function endWalk(view: ViewState): ViewState {
  return view.walkStage === null ? view : { ...view, walkStage: null };
}
