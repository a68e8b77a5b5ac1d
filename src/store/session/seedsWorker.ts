import type { Notice } from "../../protocol/messages";
import type { SeedRun, SeedsEvent, SeedsRequest } from "../../protocol/seeds";
import { unreachable } from "../../protocol/unreachable";
import type { SeedsControl } from "../actions/host";
import { seedsHoldUntil } from "../charts/seedBandSelectors";
import { addNotice, endWait, tellWait } from "../experiment/applyEvent";
import { filesFor } from "../experiment/archive/archiveState";
import type { ExperimentStore } from "../experiment/experimentStore";
import { scheduleOf } from "../experiment/interventions";
import { NO_SEED_BAND, type SeedBandState } from "../experiment/seedBandState";
import { seedBands } from "../views/seeds/seedBands";
import type { BrowserPage } from "./page";
import { goesOnAnew, silent } from "./sessionNotices";
import { longestStepMs } from "./stepLength";
import { ViewWorker } from "./viewWorker";

/** The worker of further seeds: there is one while it trains. */
export function openSeeds(store: ExperimentStore, page: BrowserPage): SeedsControl {
  let trained: SeedRun[][] = [];
  let asked: SeedsRequest | null = null;
  /** Steps of the seeds that a worker before this one trained. */
  let stepsBefore = 0;
  const show = (part: Partial<SeedBandState>) =>
    store.setState({ seedBand: { ...store.getState().seedBand, ...part } });
  const hear = (event: SeedsEvent) => {
    const { seedBand } = store.getState();
    if (event.band !== seedBand.band || seedBand.status !== "running") return;
    switch (event.type) {
      case "seedsProgress":
        return show({ done: stepsBefore + event.done, detail: event.detail });
      case "seedRuns":
        trained = [...trained, event.runs];
        return show({ trained: [...seedBand.trained, event.seed], bands: seedBands(trained) });
      case "seedsDone":
        worker.end();
        return show({ status: "done", backend: event.backend, seconds: event.seconds });
      case "seedsFailure":
        worker.end();
        show({ status: "failed" });
        return store.setState(addNotice(store.getState(), event.notice), true);
      default:
        return unreachable(event);
    }
  };
  const worker = new ViewWorker<SeedsRequest, SeedsEvent>(page, "sweep", {
    onAnswer: hear,
    again() {
      const left = asked && { ...asked, seeds: asked.seeds.slice(trained.length) };
      stepsBefore = trained.length * (asked?.config.steps ?? 0);
      return left && left.seeds.length > 0 ? left : null;
    },
    onAgain: (message) => store.setState(addNotice(store.getState(), goesOnAnew("The further seeds", message)), true),
    knownMs: () => longestStepMs(store.getState()),
    onError: (message) =>
      hear({ type: "seedsFailure", band: store.getState().seedBand.band, notice: seedsStopped(message) }),
    onSilence: () => store.setState(tellWait(store.getState(), "seeds", seedsAreSilent(), null), true),
    onWord: () => store.setState(endWait(store.getState(), "seeds"), true),
  });
  store.subscribe((state) => {
    if (state.seedBand.status !== "running" || seedsHoldUntil(state) >= 0) return;
    worker.end(); // another race is on the page
    show({ status: "cancelled" });
  });
  return {
    start(count) {
      const { config, interventions, seedBand } = store.getState();
      worker.end();
      trained = [];
      stepsBefore = 0;
      const made = { ...config, interventions: scheduleOf(config, interventions) };
      const seeds = Array.from({ length: count }, (_, index) => (config.seed + 1 + index) % 2 ** 32);
      const band = `b${Number(seedBand.band.slice(1)) + 1}`;
      store.setState({ seedBand: { ...NO_SEED_BAND, status: "running", band, config: made, seeds } });
      asked = { band, config: made, seeds, ...filesFor(config, store.getState()) };
      worker.send(asked);
    },
    cancel() {
      worker.end();
      if (store.getState().seedBand.status === "running") show({ status: "cancelled" });
    },
    remove() {
      worker.end();
      trained = [];
      store.setState({ seedBand: { ...NO_SEED_BAND, band: store.getState().seedBand.band } });
    },
  };
}

const seedsAreSilent = () =>
  silent("Still waiting for the further seeds", "Those that are trained stay.", "cancel them and train them again.");

/** Their worker could not be started, or threw where it did not expect to. */
const seedsStopped = (message: string): Notice => ({
  level: "warning",
  title: "The further seeds stopped",
  detail: `${message} Their worker is gone; training goes on without it.`,
  remedy: "Train them again. If that fails too, reload the page.",
});
