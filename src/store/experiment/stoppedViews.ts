import type { ViewId } from "../../config/tables/views";
import type { ExperimentState } from "./state";

/** Whether what computes a view is gone for good: it shows nothing new until it is tried again. */
export function isViewStopped({ landscape, sweepMap, isAnalysisGone }: ExperimentState, view: ViewId): boolean {
  if (view === "landscape") return landscape.status === "failed";
  if (view === "sweepMap") return sweepMap.status === "failed";
  return isAnalysisGone && (view === "spectrum" || view === "gap");
}
