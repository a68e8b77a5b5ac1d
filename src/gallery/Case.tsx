import { RecordingProvider } from "../components/charts/time/recordingContext";
import { ActionsProvider } from "../components/ui/actionsContext";
import type { Actions } from "../store/actions/actions";
import type { GalleryCase } from "./galleryCase";

/** One case in the room it has on the page, over the stores as `playCase` left them. */
export function Case({ shown: { room, draw }, actions }: { shown: GalleryCase; actions: Actions }) {
  return (
    <ActionsProvider value={actions}>
      <RecordingProvider value={null}>
        {room === "page" || room === "embed" ? draw() : inRoom(room, draw())}
      </RecordingProvider>
    </ActionsProvider>
  );
}

/** Charts stand in the grid that gives them their height. */
function inRoom(room: GalleryCase["room"], part: React.ReactNode) {
  return (
    <main className={`gallery-room ${room}`}>
      {room === "chart" ? (
        <div className="charts-box">
          <div className="charts">{part}</div>
        </div>
      ) : (
        part
      )}
    </main>
  );
}
