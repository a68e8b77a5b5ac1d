import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { StoredFiles } from "../../protocol/offline";

/** What of the page is stored for use without a network. */
export interface OfflineState extends StoredFiles {
  /** none: nothing is, as in an embed, a test, or a browser that stores nothing; partly: some files did not come, or there is no room. */
  status: "none" | "storing" | "ready" | "partly";
}

export const offlineStore = createStore<OfflineState>(() => ({ status: "none", stored: 0, of: 0, bytes: 0 }));

export const useOffline = (): OfflineState => useStore(offlineStore);
