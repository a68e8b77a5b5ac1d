import type { ExperimentStore } from "./experimentStore";
import type { ExperimentState } from "./state";

/** Charts are drawn at most every so often. */
export const CHART_INTERVAL_MS = 100;

/** The clock's time source and timer. */
export interface Clock {
  now(): number;
  /** Calls back once after so many milliseconds. */
  after(delayMs: number, callback: () => void): void;
}

/**
 * Lets the charts' store follow the page's: what is trained at most 10 times a second; a new experiment, another status word
 * and everything of the view at once. The last state always arrives. Returns what ends it.
 */
export function followWithCharts(
  store: ExperimentStore,
  charts: ExperimentStore,
  clock: Clock,
  onPublish: () => void = () => {},
): () => void {
  let lastAt = Number.NEGATIVE_INFINITY;
  let isWaiting = false;
  const publish = () => {
    lastAt = clock.now();
    charts.setState(store.getState(), true);
    onPublish();
  };
  charts.setState(store.getState(), true);
  return store.subscribe((state) => {
    const shown = charts.getState();
    const waitMs = lastAt + CHART_INTERVAL_MS - clock.now();
    if (waitMs <= 0 || state.experiment !== shown.experiment || state.status !== shown.status) return publish();
    if (state.view !== shown.view || state.focusRun !== shown.focusRun)
      charts.setState(withTrainedOf(state, shown), true);
    if (isWaiting) return;
    isWaiting = true;
    clock.after(waitMs, () => {
      isWaiting = false;
      if (store.getState() !== charts.getState()) publish();
    });
  });
}

/** The newer view of the numbers shown: changing how one looks does not hurry the drawing of what is trained. */
function withTrainedOf(state: ExperimentState, shown: ExperimentState): ExperimentState {
  return { ...shown, view: state.view, focusRun: state.focusRun };
}
