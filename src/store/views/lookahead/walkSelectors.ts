import { type PagePart, partsOf } from "../../../config/tables/walk";
import { metaRunOf } from "../../experiment/metaRun";
import type { ExperimentState } from "../../experiment/state";

/** Parts of the page that the walk points at now, or a lesson. */
export function selectPointedAt(state: ExperimentState): readonly PagePart[] {
  const { walkStage, lessonParts } = state.display;
  const run = metaRunOf(state);
  return walkStage === null || !run ? lessonParts : partsOf(walkStage, run.optimizer);
}
