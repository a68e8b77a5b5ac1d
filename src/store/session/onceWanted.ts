import type { ExperimentStore } from "../experiment/experimentStore";
import type { ExperimentState } from "../experiment/state";

/** Opens a part once the page is in a state that wants it; where its script does not come, at the next change of such a state again. */
export function onceWanted(
  store: ExperimentStore,
  isWanted: (state: ExperimentState) => boolean,
  open: () => Promise<void>,
): void {
  let isOpen = false;
  const look = (state: ExperimentState) => {
    if (isOpen || !isWanted(state)) return;
    isOpen = true;
    open().catch(() => {
      isOpen = false;
    });
  };
  store.subscribe(look);
  look(store.getState());
}
