import type { SweepEvent } from "../../../protocol/sweep";
import { unreachable } from "../../../protocol/unreachable";
import { addNotice } from "../../experiment/applyEvent";
import type { ExperimentState } from "../../experiment/state";
import { NO_SWEEP_MAP, type SweepMapState, type SweepPurpose } from "../../experiment/sweepMapState";

/** A map of which nothing is trained yet. */
export function sweepBegun(before: SweepMapState, purpose: SweepPurpose): SweepMapState {
  const { grid, steps } = purpose;
  return {
    ...NO_SWEEP_MAP,
    shows: before.shows,
    steps: before.steps,
    recorded: before.recorded,
    status: "running",
    sweep: `s${Number(before.sweep.slice(1)) + 1}`,
    purpose,
    total: grid.lambdaFsd.length * grid.lambdaWsd.length * steps,
    detail: "Starting",
  };
}

/** The state after the sweep worker spoke: pure, and the same state where an earlier sweep did. */
export function applySweepEvent(state: ExperimentState, event: SweepEvent): ExperimentState {
  const { sweepMap } = state;
  if (event.sweep !== sweepMap.sweep || sweepMap.status !== "running") return state;
  const changed = (part: Partial<SweepMapState>) => ({ ...state, sweepMap: { ...sweepMap, ...part } });
  switch (event.type) {
    case "sweepProgress":
      return changed({ done: event.done, detail: event.detail });
    case "sweepCells":
      return changed({ cells: [...sweepMap.cells, ...event.cells] });
    case "sweepDone":
      return changed({ status: "done", done: sweepMap.total, backend: event.backend, seconds: event.seconds });
    case "sweepFailure":
      return addNotice(changed({ status: "failed" }), event.notice);
    default:
      return unreachable(event);
  }
}
