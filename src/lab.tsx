import type { Root } from "react-dom/client";
import { App } from "./components/App";
import { ActionsProvider } from "./components/actionsContext";
import { RecordingProvider } from "./components/charts/recordingContext";
import type { Recording } from "./store/recording";
import { openSession } from "./store/session";

/** Opens the link's experiment and takes the place of the first page. */
export function openLab(root: Root, recording: Recording | null): void {
  root.render(
    <ActionsProvider value={openSession()}>
      <RecordingProvider value={recording}>
        <App />
      </RecordingProvider>
    </ActionsProvider>,
  );
}
