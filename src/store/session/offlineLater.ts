import type { ExperimentStore } from "../experiment/experimentStore";
import type { Offline } from "./offline";
import type { BrowserPage } from "./page";

/** What stores the page for use without a network is fetched so long after it is opened. */
const AFTER_MS = 3000;

/** Stores the page of a person, in a while, and no page of a test, nor under `vite dev`. Returns what takes a newer version. */
export function offlineLater(store: ExperimentStore, page: BrowserPage): () => void {
  let offline: Offline | null = null;
  const { layout, mode } = store.getState().display;
  if (import.meta.env.PROD && layout === "page" && mode === "normal")
    page.after(AFTER_MS, async () => {
      // where its script does not come nothing is stored
      offline = (await import("./offline").catch(() => null))?.openOffline(store, page) ?? null;
    });
  return () => offline?.takeUpdate();
}
