import type { Root } from "react-dom/client";
import { App } from "./components/App";
import { ActionsProvider } from "./components/actionsContext";
import { RecordingProvider } from "./components/charts/recordingContext";
import type { Recording } from "./store/recording";
import { openSession } from "./store/session";

/** Opens the link's experiment: its workers start. What is returned takes the place of the first page. */
export function openLab(): (root: Root, recording: Recording | null) => void {
  const actions = openSession();
  return (root, recording) =>
    root.render(
      <ActionsProvider value={actions}>
        <RecordingProvider value={recording}>
          <App />
        </RecordingProvider>
      </ActionsProvider>,
    );
}
