import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { Keeper } from "./keeper";
import { selectNotKeeping } from "./keptListSelectors";
import { nothingToPin } from "./keptNotices";
import { keptStore } from "./keptStore";

/** Pins the run of the page or lets go of it; says why where there is none. */
export async function pinRun(store: ExperimentStore, keeper: Pick<Keeper, "togglePin"> | null): Promise<void> {
  const state = store.getState();
  if (keeper && state.kept !== null) return keeper.togglePin();
  const why = keptStore.getState().problem ?? selectNotKeeping(state);
  store.setState(addNotice(state, nothingToPin(why)), true);
}
