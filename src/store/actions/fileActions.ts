import { CSV_LIMITS } from "../../config/experiment/csv";
import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { ExperimentState } from "../experiment/state";
import type { Actions } from "./actions";
import { createBegin } from "./begin";
import { oneFile } from "./csvActions";
import type { Host } from "./host";

type FileAction = "saveExperiment" | "saveRun" | "openFiles";

/** The code of files is fetched when one is saved or opened. */
const files = () => import("../files/files");

/** Notes of one file that are shown; more are counted. */
const MOST_NOTES = 3;

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
    const { openFile } = await files();
    const bytes = file.size > CSV_LIMITS.bytes ? null : await file.arrayBuffer().catch(() => null);
    if (turn !== count) return; // another was chosen since
    if (bytes === null) return tell(unreadable(file));
    const opened = openFile(new Uint8Array(bytes), file.name);
    if (opened.kind === "refused") {
      const { notes } = opened;
      for (const note of notes.slice(0, MOST_NOTES).toReversed()) tell({ level: "error", ...note });
      if (notes.length > MOST_NOTES) tell(more(file.name, notes.length - MOST_NOTES));
    } else if (opened.kind === "experiment") {
      createBegin(store, host)({ config: opened.config, preset: null }, `Opened ${file.name}.`);
    } else {
      host.send({ type: "pause", experiment: state().experiment });
      store.setState(opened.show(state()), true);
      tell(shown(file.name, state()), "trainAgain");
    }
  };
  return {
    async saveExperiment() {
      const { experimentFile } = await files();
      const { name, text } = experimentFile(state());
      host.saveFile(name, text);
    },
    async saveRun() {
      const { runFile } = await files();
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

function unreadable({ name, size }: File) {
  const isLarge = size > CSV_LIMITS.bytes;
  return {
    level: "error",
    title: isLarge ? `${name} is too large` : `${name} cannot be read`,
    detail: isLarge
      ? `It has ${Math.ceil(size / 2 ** 20)} MiB; at most ${CSV_LIMITS.bytes / 2 ** 20} MiB are read.`
      : "A folder cannot be read, nor a file that was changed or moved since it was chosen.",
    remedy: isLarge ? "Save a shorter run." : "Choose the file again.",
  } as const;
}

function more(file: string, count: number) {
  return {
    level: "error",
    title: `${count} more things are wrong in ${file}`,
    detail: "The first ones are named beside this.",
    remedy: "Save the file again where it was made.",
  } as const;
}

function shown(file: string, { step, runs }: ExperimentState) {
  return {
    level: "info",
    title: `${file} is shown from its log`,
    detail: `${runs.length} ${runs.length === 1 ? "run" : "runs"}, ${step} steps, as they were saved; nothing trains.`,
    remedy: "Play or Step trains it again here from step 0, with its moves.",
  } as const;
}

const nothingToSave = {
  level: "info",
  title: "There is no run to save yet",
  detail: "A run is saved with every step that it has taken.",
  remedy: "Press Play first, or save the experiment.",
} as const;
