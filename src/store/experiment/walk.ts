import { type PagePart, partsOf } from "../../config/tables/walk";
import { metaRunOf } from "./metaRun";
import type { ExperimentState, ViewState } from "./state";

const NOTHING: readonly PagePart[] = [];

/** A walk goes through the step to come: it needs an APO run at rest. */
export function canWalk(state: Pick<ExperimentState, "status" | "runs" | "focusRun">): boolean {
  return (state.status === "idle" || state.status === "paused") && metaRunOf(state) !== null;
}

/** The same view with nobody walking. */
export function endWalk(view: ViewState): ViewState {
  return view.walkStage === null ? view : { ...view, walkStage: null };
}

/** Parts of the page that the walk points at now. */
export function selectPointedAt(state: ExperimentState): readonly PagePart[] {
  const { walkStage } = state.view;
  const run = metaRunOf(state);
  return walkStage === null || !run ? NOTHING : partsOf(walkStage, run.optimizer);
}
