import { addNotice } from "../experiment/applyEvent";
import { missingArchive } from "../experiment/archive/archiveState";
import { configureCommand, configured } from "../experiment/configure";
import type { ExperimentStore } from "../experiment/experimentStore";
import { withShelf } from "../experiment/shelf";
import type { ExperimentState, Start } from "../experiment/state";
import type { Host } from "./host";

/** Starts an experiment at step 0 in place of the one there is; `told` says what changed, where steps had been taken. */
export type Begin = (start: Start, told?: string) => void;

/** `Begin` over a store, telling the worker. */
export function createBegin(store: ExperimentStore, host: Pick<Host, "send">): Begin {
  return (start, told) => {
    const before = store.getState();
    const archive = missingArchive(start.config, before.archives);
    if (archive && before.status !== "needsFile") {
      // what is trained goes on until the archive is here
      store.setState({ archives: { ...before.archives, asking: { archive, waiting: { start, told } } } });
      return;
    }
    const next = configured(before, start);
    const restarted = withShelf(before, next, told ?? "Reset.");
    const isTold = told !== undefined && before.step > 0 && !before.recorded && restarted.shelf === before.shelf;
    store.setState(isTold ? tellRestart(restarted, told, before.step) : restarted, true);
    const command = configureCommand(next);
    if (command) host.send(command);
  };
}

/** Says that the trained steps are gone, and that a seed always brings the same run. */
function tellRestart(state: ExperimentState, told: string, steps: number): ExperimentState {
  return addNotice(state, {
    level: "info",
    title: "Restarted at step 0",
    detail: `${told} The ${steps} steps taken before are off the charts.`,
    remedy: "Change it back and press Play: the same settings and seed give the same numbers.",
  });
}
