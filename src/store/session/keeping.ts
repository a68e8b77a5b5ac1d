import type { ExperimentStore } from "../experiment/experimentStore";
import type { BrowserPage } from "./page";

/** Starts once there is something to keep, or to go on with: a first visit loads nothing for it before its first step. */
export function whenWorthKeeping(store: ExperimentStore, page: BrowserPage, start: () => Promise<void>): void {
  const tell = () => void start().catch(() => {}); // its script did not come: nothing is kept
  if (page.readChoice("kept") !== null) {
    page.whenIdle(tell);
    return;
  }
  const stop = store.subscribe(({ step }) => {
    if (step === 0) return;
    stop();
    tell();
  });
}
