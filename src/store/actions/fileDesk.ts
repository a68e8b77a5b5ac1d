import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import { withOverlay } from "../experiment/overlays";
import {
  askNotice,
  experimentFile,
  laidOverNotice,
  nothingToSave,
  type OpenedRun,
  openFile,
  readFile,
  refusals,
  runFile,
  shownNotice,
} from "../files/files";
import { withAllRows } from "../kept/allRows";
import type { Actions } from "./actions";
import { createBegin } from "./begin";
import type { Host } from "./host";

/** What is done with files, fetched when one is saved or opened. */
export interface FileDesk extends Pick<Actions, "saveExperiment" | "saveRun" | "showFile" | "layOver"> {
  /** Opens an experiment or a run; of a run it asks what to do with it where another is on the page. */
  open(file: File): Promise<void>;
}

/** The work behind the actions on files. */
export function createFileDesk(store: ExperimentStore, host: Pick<Host, "send" | "saveFile">): FileDesk {
  const state = () => store.getState();
  const tell = (notice: Parameters<typeof addNotice>[1], action: Parameters<typeof addNotice>[2] = null) =>
    store.setState(addNotice(state(), notice, action), true);
  let count = 0;
  /** A run of which was asked what to do with it. */
  let asked: { name: string; run: OpenedRun } | null = null;
  const answered = () => {
    const { notices } = state();
    store.setState({ notices: notices.filter(({ action }) => action !== "layOver") });
    const file = asked;
    asked = null;
    return file;
  };
  const show = (name: string, run: OpenedRun) => {
    host.send({ type: "pause", experiment: state().experiment });
    store.setState(run.show(state()), true);
    tell(shownNotice(name, state()), "trainAgain");
  };
  const layOver = (name: string, { overlay: of }: Pick<OpenedRun, "overlay">) => {
    const overlay = of(state());
    store.setState(withOverlay(state(), overlay), true);
    tell(laidOverNotice(name, overlay));
  };
  const open = async (file: File): Promise<void> => {
    count += 1;
    const turn = count;
    const opened = await openFile(await readFile(file), file);
    if (turn !== count) return; // another was chosen since
    answered();
    if (opened.kind === "refused") {
      for (const notice of refusals(opened.notes, file.name)) tell(notice);
    } else if (opened.kind === "experiment") {
      createBegin(store, host)({ config: opened.config, preset: null }, `Opened ${file.name}.`);
    } else if (opened.kind === "foreign") {
      layOver(file.name, opened);
    } else if (state().runs.some(({ columns }) => columns.length > 0)) {
      asked = { name: file.name, run: opened };
      tell(askNotice(file.name), "layOver");
    } else show(file.name, opened);
  };
  return {
    open,
    async saveExperiment() {
      const { name, text } = experimentFile(state());
      host.saveFile(name, text);
    },
    async saveRun() {
      const file = runFile(await withAllRows(state()));
      if (file) host.saveFile(file.name, file.text);
      else tell(nothingToSave);
    },
    showFile() {
      const file = answered();
      if (file) show(file.name, file.run);
    },
    layOver() {
      const file = answered();
      if (file) layOver(file.name, file.run);
    },
  };
}
