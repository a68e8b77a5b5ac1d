import { type PagePart, partsOf } from "../../../config/tables/walk";
import { metaRunOf } from "../../experiment/metaRun";
import type { ExperimentState } from "../../experiment/state";

const NOTHING: readonly PagePart[] = [];

/** Parts of the page that the walk points at now. */
export function selectPointedAt(state: ExperimentState): readonly PagePart[] {
  const { walkStage } = state.display;
  const run = metaRunOf(state);
  return walkStage === null || !run ? NOTHING : partsOf(walkStage, run.optimizer);
}
