import { hasMetaUpdates } from "../../config/tables/hyperparamRange";
import type { ExperimentState, RunState } from "./state";

/**
 * The run whose meta-updates are shown and stepped to: the focus run where it has some, else the first that has; null where
 * no APO method races.
 */
export function metaRunOf({ runs, focusRun }: Pick<ExperimentState, "runs" | "focusRun">): RunState | null {
  const meta = runs.filter(({ optimizer }) => hasMetaUpdates(optimizer));
  return meta.find(({ run }) => run === focusRun) ?? meta[0] ?? null;
}
