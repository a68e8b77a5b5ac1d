import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { Actions } from "./actions";
import { oneFile } from "./csvActions";
import type { FileDesk } from "./fileDesk";
import type { Host } from "./host";

type FileAction = "saveExperiment" | "saveRun" | "openFiles" | "showFile" | "layOver";

/** The actions on files: an experiment or a run saved, and opened again; a table goes to `openCsv`, an archive to `openArchive`. Their work is fetched when it is asked for. */
export function createFileActions(
  store: ExperimentStore,
  host: Pick<Host, "send" | "saveFile">,
  { openCsv, openArchive }: Pick<Actions, "openCsv" | "openArchive">,
): Pick<Actions, FileAction> {
  let coming: Promise<FileDesk> | null = null;
  const desk = () => {
    coming ??= import("./fileDesk").then(({ createFileDesk }) => createFileDesk(store, host));
    coming.catch(() => {
      coming = null; // fetched again when it is asked for again
    });
    return coming;
  };
  return {
    saveExperiment: async () => (await desk()).saveExperiment(),
    saveRun: async () => (await desk()).saveRun(),
    showFile: () => void desk().then((one) => one.showFile()),
    layOver: () => void desk().then((one) => one.layOver()),
    openFiles(chosen) {
      const [file, ...others] = chosen;
      if (!file) return;
      if (others.length > 0) store.setState(addNotice(store.getState(), oneFile(chosen.map(({ name }) => name))), true);
      else if (isJson(file)) void desk().then((one) => one.open(file));
      else if (isArchive(file)) openArchive(file);
      else openCsv(chosen);
    },
  };
}

/** By its name: of what is no archive of images, the reader says what it is. */
const isArchive = ({ name }: File) => /\.(tar(\.\w+)?|t[gbx]z)$|^cifar-10/i.test(name);

const isJson = ({ name, type }: File) => /\.json(\.gz)?$/i.test(name) || type === "application/json";
