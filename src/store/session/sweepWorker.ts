import type { Notice } from "../../protocol/messages";
import type { SweepEvent, SweepRequest } from "../../protocol/sweep";
import type { SweepsControl } from "../actions/host";
import { addNotice, endWait, tellWait } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { SweepMapState } from "../experiment/sweepMapState";
import { applySweepEvent } from "../views/sweepMap/applySweepEvent";
import type { BrowserPage } from "./page";
import { goesOnAnew, silent } from "./sessionNotices";
import { longestStepMs } from "./stepLength";
import { ViewWorker } from "./viewWorker";

/** The worker of the sweep map: there is one while it trains. */
export function openSweeps(store: ExperimentStore, page: BrowserPage): SweepsControl {
  const state = () => store.getState();
  const hear = (event: SweepEvent) => store.setState(applySweepEvent(state(), event), true);
  let asked: SweepRequest | null = null;
  /** What is left to train of the map: its rows without cells. */
  const rest = () => {
    const { sweep, cells } = state().sweepMap;
    return asked?.sweep === sweep ? restOf(asked, cells) : null;
  };
  const worker = new ViewWorker<SweepRequest, SweepEvent>(page, "sweep", {
    onAnswer(event) {
      hear(event);
      if (event.type === "sweepDone" || event.type === "sweepFailure") worker.end();
    },
    again: rest,
    onAgain: (message) => store.setState(addNotice(state(), goesOnAnew("The sweep map", message)), true),
    knownMs: () => longestStepMs(state()),
    onSilence: () => store.setState(tellWait(state(), "sweep", sweepIsSilent(), null), true),
    onWord: () => store.setState(endWait(state(), "sweep"), true),
    onError: (message) => hear({ type: "sweepFailure", sweep: state().sweepMap.sweep, notice: sweepStopped(message) }),
  });
  return {
    start(request) {
      worker.end();
      asked = request;
      worker.send(request);
    },
    goOn() {
      const request = rest();
      if (!request) return;
      store.setState({ sweepMap: { ...state().sweepMap, status: "running" } });
      worker.send(request);
    },
    end: () => worker.end(),
  };
}

function restOf(asked: SweepRequest, cells: SweepMapState["cells"]): SweepRequest | null {
  const { grid, steps } = asked;
  const lambdaWsd = grid.lambdaWsd.filter((lambda) => !cells.some((cell) => cell.lambdaWsd === lambda));
  if (lambdaWsd.length === 0) return null;
  return { ...asked, grid: { ...grid, lambdaWsd }, stepsBefore: cells.length * steps };
}

const sweepIsSilent = () =>
  silent("Still waiting for the sweep map", "Rows that were trained stay.", "cancel it and compute the map again.");

/** Its worker could not be started, or was lost twice. */
const sweepStopped = (message: string): Notice => ({
  level: "warning",
  title: "The sweep map stopped",
  detail: `${message} Its worker is gone; training goes on without it.`,
  remedy: "Try again in its view: rows that were trained stay. If that fails too, reload the page.",
});
