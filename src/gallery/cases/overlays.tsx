import { CsvCard } from "../../components/csv/CsvCard";
import { PageDialog } from "../../components/PageDialog";
import { LoadingCard } from "../../components/states/LoadingCard";
import { Notices } from "../../components/states/Notices";
import { type CaseGroup, type GalleryCase, untilReady } from "../galleryCase";

const nothing = () => {};

const settings = (name: string, model: GalleryCase["model"]): GalleryCase => ({
  name: `settings${name}`,
  model,
  room: "page",
  draw: () => <PageDialog id="settings" isOpen onClose={nothing} />,
});

/** Dialogs, open. */
export const DIALOG_CASES: CaseGroup = {
  topic: "dialogs",
  hasSnapshots: false,
  cases: [
    settings("", "sine"),
    settings("-csv", "csv"),
    settings("-thirteen-runs", "thirteen"),
    { name: "poster", model: "sine", room: "page", draw: () => <PageDialog id="poster" isOpen onClose={nothing} /> },
    { name: "help", model: "sine", room: "page", draw: () => <PageDialog id="help" isOpen onClose={nothing} /> },
  ],
};

const card = (name: string, model: GalleryCase["model"], part: Partial<GalleryCase>): GalleryCase => ({
  name,
  model,
  room: "column",
  draw: () => (
    <div className="charts-box gallery-covered">
      <LoadingCard />
      <CsvCard />
    </div>
  ),
  ...part,
});
const notices = (name: string, model: GalleryCase["model"], part: Partial<GalleryCase> = {}): GalleryCase => ({
  name: `notices${name}`,
  model,
  room: "page",
  draw: () => <Notices />,
  ...part,
});

/** What floats over the page: loads, files that are asked for, notices. */
export const STATE_CASES: CaseGroup = {
  topic: "states",
  hasSnapshots: false,
  cases: [
    card("loading-data", "images", { heard: (events) => events.slice(0, 4) }),
    card("loading-device", "images", { heard: (events) => untilProgress(events, "device") }),
    card("loading-compile", "images", { heard: (events) => untilProgress(events, "compile") }),
    card("csv-needed", "csv", { heard: () => [] }),
    card("csv-reading", "csv", {
      heard: () => [],
      act: (actions) => actions.openCsv([new File([], "plants.csv")]),
    }),
    card("csv-asked-for", "csv", { act: (actions) => actions.askForCsv() }),
    notices("-diverged", "diverged"),
    notices("-device-lost", "lost"),
    notices("-csv-two-files", "sine", {
      act: (actions) => actions.openCsv([new File([], "a.csv"), new File([], "b.csv")]),
    }),
    notices("-bad-link", "sine", { heard: untilReady, look: "kk=3&seed=-2&views=nothing" }),
    notices("-restarted", "sine", { act: (actions) => actions.newSeed() }),
  ],
};

function untilProgress(events: Parameters<typeof untilReady>[0], stage: "device" | "compile") {
  return events.slice(0, 1 + events.findIndex((event) => event.type === "progress" && event.stage === stage));
}
