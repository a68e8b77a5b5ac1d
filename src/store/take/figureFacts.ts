import type { ChartId } from "../../config/tables/views";
import { scheduleOf } from "../experiment/interventions";
import { shownStep } from "../experiment/shownStep";
import type { ExperimentState } from "../experiment/state";
import { selectLink } from "../link/linkSelectors";

/** Where a figure comes from, as its file keeps it: settings with every move, and a link. An address of this machine alone is left out. */
export function figureFacts(state: ExperimentState, chart: ChartId, address: string) {
  const { config, interventions, environment } = state;
  const isPublic = /^https?:/.test(address) && !/^https?:\/\/(localhost|127\.|\[::1\])/.test(address);
  return {
    chart,
    app: environment?.app ?? null,
    backend: environment?.backend ?? null,
    link: (isPublic ? address : "") + selectLink(state).link,
    step: shownStep(state) ?? state.step,
    config: { ...config, interventions: scheduleOf(config, interventions) },
  };
}

/** "apo-sine-seed7-loss-step120": the name of a file without its ending. */
export function fileStem(state: ExperimentState, part: string): string {
  const { task, seed } = state.config;
  return `apo-${task}-seed${seed}-${part}-step${shownStep(state) ?? state.step}`;
}
