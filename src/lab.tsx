import type { Root } from "react-dom/client";
import { App } from "./components/App";
import { PresetRecordings } from "./components/charts/time/PresetRecordings";
import { Boundary } from "./components/states/Boundary";
import { ActionsProvider } from "./components/ui/actionsContext";
import type { Recording } from "./store/charts/recording";
import { openSession } from "./store/session/session";

/** Opens the link's experiment: its workers start. What is returned takes the place of the first page. */
export function openLab(): (root: Root, recording: Recording | null) => void {
  const actions = openSession();
  return (root, recording) =>
    root.render(
      <ActionsProvider value={actions}>
        <PresetRecordings first={recording}>
          <Boundary around="page">
            <App />
          </Boundary>
        </PresetRecordings>
      </ActionsProvider>,
    );
}
