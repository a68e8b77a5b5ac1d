import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { KeptRun } from "./keptRecords";

/** What the list of kept runs shows. */
export interface KeptState {
  /** Oldest first. */
  runs: readonly KeptRun[];
  /** At most so many bytes are kept. */
  limitBytes: number;
  /** Why nothing is kept, in one line; null where all is well. */
  problem: string | null;
}

/** The page's kept runs. */
export const keptStore = createStore<KeptState>(() => ({
  runs: [],
  limitBytes: 200_000_000,
  problem: null,
}));

export function useKept<Selected>(selector: (state: KeptState) => Selected): Selected {
  return useStore(keptStore, selector);
}
