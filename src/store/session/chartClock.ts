import type { ExperimentStore } from "../experiment/experimentStore";
import type { ExperimentState } from "../experiment/state";

/** Charts are drawn at most every so often. */
const CHART_INTERVAL_MS = 100;

/** Where drawing takes long, a pause of at least this share of it follows: the page hears its user, the workers get the cores. */
const REST_SHARE = 1;

/** The clock's time source and timer. */
export interface Clock {
  now(): number;
  /** Calls back once after so many milliseconds. */
  after(delayMs: number, callback: () => void): void;
  /** Calls back once the page has nothing else to do: when what was published is drawn. */
  whenIdle(callback: () => void): void;
}

/**
 * Lets the charts' store follow the page's: what is trained at most 10 times a second, and never before the last of it is
 * drawn; a new experiment, another status word, the first step after a move and everything of the view at once. The last
 * state always arrives.
 */
export function followWithCharts(
  store: ExperimentStore,
  charts: ExperimentStore,
  clock: Clock,
  onPublish: () => void = () => {},
): void {
  /** When the next may come: unknown while the last is drawn. */
  let dueAt = Number.NEGATIVE_INFINITY;
  let isWaiting = false;
  let published = 0;

  const publish = () => {
    const startedAt = clock.now();
    published += 1;
    const own = published;
    dueAt = Number.POSITIVE_INFINITY;
    charts.setState(store.getState(), true);
    onPublish();
    clock.whenIdle(() => {
      if (own !== published) return; // a hurried one came since, and will say when it is drawn
      const now = clock.now();
      dueAt = Math.max(startedAt + CHART_INTERVAL_MS, now + REST_SHARE * (now - startedAt));
      if (store.getState() !== charts.getState()) wait();
    });
  };
  const wait = () => {
    if (isWaiting || dueAt === Number.POSITIVE_INFINITY) return;
    isWaiting = true;
    clock.after(dueAt - clock.now(), () => {
      isWaiting = false;
      if (dueAt > clock.now()) wait();
      else if (store.getState() !== charts.getState()) publish();
    });
  };

  charts.setState(store.getState(), true);
  store.subscribe((state) => {
    const shown = charts.getState();
    const isUrgent = state.experiment !== shown.experiment || state.status !== shown.status || showsMove(state, shown);
    if (isUrgent || clock.now() >= dueAt) return publish();
    if (state.display !== shown.display || state.focusRun !== shown.focusRun)
      charts.setState(withTrainedOf(state, shown), true);
    wait();
  });
}

/** Whether the step in which the last move first acted is taken, and not drawn yet. */
function showsMove(state: ExperimentState, shown: ExperimentState): boolean {
  const acted = state.interventions.at(-1)?.step;
  return acted !== undefined && state.step > acted && shown.step <= acted;
}

/** The newer view of the numbers shown: changing how one looks does not hurry the drawing of what is trained. */
function withTrainedOf(state: ExperimentState, shown: ExperimentState): ExperimentState {
  return { ...shown, display: state.display, focusRun: state.focusRun };
}
