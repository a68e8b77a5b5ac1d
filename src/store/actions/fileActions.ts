import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import { withOverlay } from "../experiment/overlays";
import type { OpenedRun } from "../files/files";
import type { Actions } from "./actions";
import { createBegin } from "./begin";
import { oneFile } from "./csvActions";
import type { Host } from "./host";

type FileAction = "saveExperiment" | "saveRun" | "openFiles" | "showFile" | "layOver";

/** The code of files is fetched when one is saved or opened. */
const files = () => import("../files/files");

/** The actions on files: an experiment or a run saved, and opened again; a table goes to `openCsv`. */
export function createFileActions(
  store: ExperimentStore,
  host: Pick<Host, "send" | "saveFile">,
  openCsv: Actions["openCsv"],
): Pick<Actions, FileAction> {
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
  const show = async (name: string, run: OpenedRun) => {
    const { shownNotice } = await files();
    host.send({ type: "pause", experiment: state().experiment });
    store.setState(run.show(state()), true);
    tell(shownNotice(name, state()), "trainAgain");
  };
  const layOver = async (name: string, { overlay: of }: Pick<OpenedRun, "overlay">) => {
    const { laidOverNotice } = await files();
    const overlay = of(state());
    store.setState(withOverlay(state(), overlay), true);
    tell(laidOverNotice(name, overlay));
  };
  const open = async (file: File): Promise<void> => {
    count += 1;
    const turn = count;
    const { askNotice, openFile, readFile, refusals } = await files();
    const opened = await openFile(await readFile(file), file);
    if (turn !== count) return; // another was chosen since
    answered();
    if (opened.kind === "refused") {
      for (const notice of refusals(opened.notes, file.name)) tell(notice);
    } else if (opened.kind === "experiment") {
      createBegin(store, host)({ config: opened.config, preset: null }, `Opened ${file.name}.`);
    } else if (opened.kind === "foreign") {
      await layOver(file.name, opened);
    } else if (state().runs.some(({ columns }) => columns.length > 0)) {
      asked = { name: file.name, run: opened };
      tell(askNotice(file.name), "layOver");
    } else await show(file.name, opened);
  };
  return {
    async saveExperiment() {
      const { experimentFile } = await files();
      const { name, text } = experimentFile(state());
      host.saveFile(name, text);
    },
    async saveRun() {
      const { nothingToSave, runFile } = await files();
      const file = runFile(state());
      if (file) host.saveFile(file.name, file.text);
      else tell(nothingToSave);
    },
    showFile() {
      const file = answered();
      if (file) void show(file.name, file.run);
    },
    layOver() {
      const file = answered();
      if (file) void layOver(file.name, file.run);
    },
    openFiles(chosen) {
      const [file, ...others] = chosen;
      if (!file) return;
      if (others.length > 0) tell(oneFile(chosen.map(({ name }) => name)));
      else if (isJson(file)) void open(file);
      else openCsv(chosen);
    },
  };
}

const isJson = ({ name, type }: File) => /\.json(\.gz)?$/i.test(name) || type === "application/json";
