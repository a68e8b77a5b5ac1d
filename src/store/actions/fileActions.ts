import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { Actions } from "./actions";
import { createBegin } from "./begin";
import { oneFile } from "./csvActions";
import type { Host } from "./host";

type FileAction = "saveExperiment" | "saveRun" | "openFiles";

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
  const open = async (file: File): Promise<void> => {
    count += 1;
    const turn = count;
    const { openFile, readFile, refusals, shownNotice } = await files();
    const bytes = await readFile(file);
    if (turn !== count) return; // another was chosen since
    const opened = openFile(bytes, file);
    if (opened.kind === "refused") {
      for (const notice of refusals(opened.notes, file.name)) tell(notice);
    } else if (opened.kind === "experiment") {
      createBegin(store, host)({ config: opened.config, preset: null }, `Opened ${file.name}.`);
    } else {
      host.send({ type: "pause", experiment: state().experiment });
      store.setState(opened.show(state()), true);
      tell(shownNotice(file.name, state()), "trainAgain");
    }
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
    openFiles(chosen) {
      const [file, ...others] = chosen;
      if (!file) return;
      if (others.length > 0) tell(oneFile(chosen.map(({ name }) => name)));
      else if (isJson(file)) void open(file);
      else openCsv(chosen);
    },
  };
}

const isJson = ({ name, type }: File) => /\.json$/i.test(name) || type === "application/json";
