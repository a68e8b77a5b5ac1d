import type { Command, WorkerEvent } from "../../protocol/messages";
import type { SweepRequest } from "../../protocol/sweep";
import type { Actions } from "../../store/actions/actions";
import { createActions } from "../../store/actions/createActions";
import { startCsv } from "../../store/actions/csvActions";
import type { SweepsControl } from "../../store/actions/host";
import { applyEvent } from "../../store/experiment/applyEvent";
import { configured } from "../../store/experiment/configure";
import type { ExperimentStore } from "../../store/experiment/experimentStore";
import { initialState } from "../../store/experiment/initialState";
import { readLink } from "../../store/link/readLink";

/** Where a page's words to its workers go. */
export interface Listeners {
  send(command: Command): void;
  sweep(request: SweepRequest): void;
}

/** A page in one store whose workers are played: what they say is handed in as events, what they are told goes to listeners. */
export interface StillPage {
  actions: Actions;
  /** Lets a worker say something, as the session would. */
  hear(event: WorkerEvent): void;
}

/** Opens a link in a store as `openSession` does, in test mode, without a worker, an address bar or a clock. */
export function openStillPage(store: ExperimentStore, query: string, { send, sweep }: Listeners): StillPage {
  const link = readLink(`?test=1&snapshots=clock&clock=wall&${query}`);
  const empty = { ...initialState(link.config, link.display, link.speed), focusRun: link.focusRun };
  store.setState(configured(empty, link), true);
  const host = {
    send,
    sweeps: (act: (control: SweepsControl) => void) => act({ start: sweep, goOn() {}, end() {} }),
    trainHere() {},
    openSaved: async () => {},
    endWorkers() {},
    seeds: () => {},
    archives: () => {},
    scenes: () => {},
    now: () => 0,
    newSeed: () => 8,
    address: () => "http://localhost/",
    copyText: async () => true,
    saveFile: () => {},
  };
  return {
    actions: createActions(store, host),
    hear(event) {
      store.setState(applyEvent(store.getState(), event), true);
      if (event.type === "csvRead") startCsv(store, host, event);
    },
  };
}

/** The person's own file of a recipe. */
export const csvFile = (text: string) => new File([text], "plants.csv", { type: "text/csv" });
