import type { ExperimentStore } from "../experiment/experimentStore";
import { withOverlay } from "../experiment/overlays";
import type { Actions } from "./actions";

/** The actions on what is laid behind the race. */
export function createOverlayActions(
  store: ExperimentStore,
): Pick<Actions, "addOverlay" | "removeOverlay" | "toggleOverlay"> {
  const overlays = () => store.getState().overlays;
  return {
    addOverlay: (overlay) => store.setState(withOverlay(store.getState(), overlay), true),
    removeOverlay: (id) => store.setState({ overlays: overlays().filter((overlay) => overlay.id !== id) }),
    toggleOverlay: (id) =>
      store.setState({
        overlays: overlays().map((overlay) =>
          overlay.id === id ? { ...overlay, isHidden: !overlay.isHidden } : overlay,
        ),
      }),
  };
}
