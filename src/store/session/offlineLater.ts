import type { ExperimentStore } from "../experiment/experimentStore";
import type { Offline } from "./offline";
import { onceWanted } from "./onceWanted";
import type { BrowserPage } from "./page";

/** What stores the page for use without a network is fetched so long after the page can train: before that it has other files to fetch. */
const AFTER_MS = 5000;

/** Stores the page of a person, in a while, and no page of a test, nor under `vite dev`. Returns what takes a newer version. */
export function offlineLater(store: ExperimentStore, page: BrowserPage): () => void {
  let offline: Offline | null = null;
  const { layout, mode } = store.getState().display;
  if (import.meta.env.PROD && layout === "page" && mode === "normal")
    onceWanted(
      store,
      ({ status }) => status !== "loading",
      async () =>
        page.after(AFTER_MS, async () => {
          // where its script does not come nothing is stored
          offline = (await import("./offline").catch(() => null))?.openOffline(store, page) ?? null;
        }),
    );
  return () => offline?.takeUpdate();
}
