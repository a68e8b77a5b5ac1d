import type { Notice } from "../../protocol/messages";
import type { Actions } from "../actions/actions";
import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { BrowserPage } from "./page";

/**
 * Says why a race stands that was paused because its tab was hidden, and plays on once the tab is seen, unless it is another race by
 * then or somebody has played it.
 */
export function goOnWhenSeen(store: ExperimentStore, actions: Pick<Actions, "play">, page: BrowserPage): void {
  const { experiment, step } = store.getState();
  store.setState(addNotice(store.getState(), pausedWhileHidden(step)), true);
  page.onceSeen(() => {
    const { status, isPausing, experiment: now } = store.getState();
    if (now === experiment && (status === "paused" || isPausing)) actions.play();
  });
}

const pausedWhileHidden = (step: number): Notice => ({
  level: "info",
  title: `Training paused at step ${step} while its tab was hidden`,
  detail:
    "Browsers slow hidden tabs down, so the seconds of a step would not be its own. No step is lost or taken twice.",
  remedy: "It goes on by itself now that the tab is seen.",
});
