import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { Actions } from "./actions";
import { oneFile } from "./csvActions";
import type { Host } from "./host";
import { onDemand } from "./onDemand";

type FileAction = "saveExperiment" | "saveRun" | "openFiles" | "showFile" | "layOver";

/** The actions on files: an experiment or a run saved, and opened again; a table goes to `openCsv`, an archive to `openArchive`. Their work is fetched when it is asked for. */
export function createFileActions(
  store: ExperimentStore,
  host: Pick<Host, "send" | "saveFile">,
  { openCsv, openArchive }: Pick<Actions, "openCsv" | "openArchive">,
): Pick<Actions, FileAction> {
  const desk = onDemand(async () => (await import("./fileDesk")).createFileDesk(store, host));
  return {
    saveExperiment: () => desk((one) => one.saveExperiment()),
    saveRun: () => desk((one) => one.saveRun()),
    showFile: () => void desk((one) => one.showFile()),
    layOver: () => void desk((one) => one.layOver()),
    openFiles(chosen) {
      const [file, ...others] = chosen;
      if (!file) return;
      if (others.length > 0) store.setState(addNotice(store.getState(), oneFile(chosen.map(({ name }) => name))), true);
      else if (isJson(file)) void desk((one) => one.open(file));
      else if (isArchive(file)) openArchive(file);
      else openCsv(chosen);
    },
  };
}

/** By its name: of what is no archive of images, the reader says what it is. */
const isArchive = ({ name }: File) => /\.(tar(\.\w+)?|t[gbx]z)$|^cifar-10/i.test(name);

const isJson = ({ name, type }: File) => /\.json(\.gz)?$/i.test(name) || type === "application/json";
