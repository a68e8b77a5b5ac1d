import type { ColumnName } from "../../config/tables/metrics";
import { applyEvent } from "../experiment/applyEvent";
import type { ExperimentState } from "../experiment/state";

/** The state with rows of some runs added, as the worker sends them, the step moved to the last of them. */
export function withRows(
  state: ExperimentState,
  runs: Record<string, Partial<Record<ColumnName, (number | null)[]>>>,
): ExperimentState {
  const lengths = Object.values(runs).map((columns) => columns.step?.length ?? 0);
  return applyEvent(state, {
    type: "rows",
    experiment: state.experiment,
    step: state.step + Math.max(...lengths),
    metaSteps: {},
    runs: Object.entries(runs).map(([run, columns]) => ({ run, columns })),
  });
}

/** 0, 1, … */
export const counting = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);
