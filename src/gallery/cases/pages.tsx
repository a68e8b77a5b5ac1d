import { useEffect, useState } from "react";
import { App } from "../../components/App";
import { FirstPage } from "../../components/first/FirstPage";
import { type Recording, recordingOf } from "../../store/charts/recording";
import { fetchRecording } from "../../store/charts/recordingFiles";
import { type CaseGroup, type GalleryCase, untilReady, withStatus } from "../galleryCase";

/** The first page with the run that ships with it. */
function RecordedFirstPage() {
  const [recording, setRecording] = useState<Recording | null>(null);
  useEffect(() => {
    void fetchRecording("lambda-fsd-jump").then((file) => setRecording(recordingOf(file)));
  }, []);
  return <FirstPage recording={recording} failure={null} onMoved={() => {}} />;
}

const page = (name: string, model: GalleryCase["model"], part: Partial<GalleryCase> = {}): GalleryCase => ({
  name: `page-${name}`,
  model,
  room: "page",
  draw: () => <App />,
  ...part,
});

/** Whole pages, and the figure for a frame in another page. */
export const PAGE_CASES: CaseGroup = {
  topic: "pages",
  hasSnapshots: false,
  cases: [
    page("first-empty", "sine", { draw: () => <FirstPage recording={null} failure={null} onMoved={() => {}} /> }),
    page("first-recorded", "sine", { draw: () => <RecordedFirstPage /> }),
    page("first-failed", "sine", {
      draw: () => (
        <FirstPage
          recording={null}
          failure="The page's script cannot be loaded: Load the page again."
          onMoved={() => {}}
        />
      ),
    }),
    page("loading", "sine", { heard: (events) => events.slice(0, 1) }),
    page("idle", "sine", { heard: untilReady }),
    page("running", "sine", { heard: withStatus("running") }),
    page("paused", "sine"),
    page("walk", "sine", { act: (actions) => actions.walkTo(2) }),
    page("thirteen-runs", "thirteen"),
    page("crowd", "crowd"),
    page("one-run", "alone"),
    page("diverged", "diverged"),
    page("device-lost", "lost"),
    page("needs-file", "csv", { heard: () => [] }),
    page("embed", "sine", { look: "embed=1", room: "embed" }),
    page("embed-empty", "sine", { look: "embed=1", room: "embed", heard: untilReady }),
    page("embed-needs-file", "csv", { look: "embed=1", room: "embed", heard: () => [] }),
  ],
};
