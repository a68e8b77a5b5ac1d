import { type CsvChoice, defaultInputs } from "../../config/experiment/csv";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import type { TaskId } from "../../config/tables/taskIds";
import { TASKS } from "../../config/tables/tasks";
import type { WorkerEvent } from "../../protocol/messages";
import { addNotice } from "../experiment/applyEvent";
import type { ExperimentStore } from "../experiment/experimentStore";
import type { ExperimentState } from "../experiment/state";
import type { CsvState } from "../experiment/stateParts";
import type { Actions } from "./actions";
import { createBegin } from "./begin";
import type { Host } from "./host";

type CsvAction = "openCsv" | "askForCsv" | "closeCsvCard" | "setCsvColumns";
type CsvRead = Extract<WorkerEvent, { type: "csvRead" }>;

const NO_WISH: CsvChoice = { file: "", target: null, inputs: null };

/** The actions on the person's own file. */
export function createCsvActions(store: ExperimentStore, host: Pick<Host, "send">): Pick<Actions, CsvAction> {
  const state = () => store.getState();
  const setCsv = (part: Partial<CsvState>) => store.setState({ csv: { ...state().csv, ...part } });
  let count = 0;
  return {
    openCsv(files) {
      const [file, ...others] = files;
      if (!file) return;
      if (others.length > 0) {
        store.setState(addNotice(state(), oneFile(files.map(({ name }) => name))), true);
        return;
      }
      count += 1;
      const csv = { id: `f${count}`, name: file.name, bytes: file };
      setCsv({ reading: csv });
      host.send({ type: "readCsv", csv, wish: { ...wishFor(state(), file.name), file: file.name } });
    },
    askForCsv: () => setCsv({ isAsking: true }),
    closeCsvCard: () => setCsv({ isAsking: state().status === "needsFile" }),
    setCsvColumns(part) {
      const { config, csv } = state();
      if (!config.csv || !csv.file) return;
      const target = part.target ?? config.csv.target ?? "";
      const inputs = (part.inputs === undefined ? config.csv.inputs : part.inputs)?.filter((name) => name !== target);
      const choice = shortened(csv.file, { file: config.csv.file, target, inputs: inputs?.length ? inputs : null });
      const resolved = resolveExperiment({ ...config, csv: choice }, { mode: "lenient" });
      const used = choice.inputs ?? defaultInputs(csv.file, target);
      const told = `Target: ${target}, from ${used.length} ${used.length === 1 ? "column" : "columns"}.`;
      createBegin(store, host)({ ...resolved, preset: null }, told);
    },
  };
}

/** What the race starts from on another task: its own settings for the methods that race now. */
export function taskInput({ config, preset, csv }: ExperimentState, task: TaskId): object {
  const ids = preset ? TASKS[task].race : [...new Set(config.optimizers.map(({ id }) => id))];
  const { seed, backend } = config;
  const own = task === "csv" ? { csv: { ...NO_WISH, file: csv.file?.file ?? "" } } : {};
  return { version: 1, task, seed, backend, optimizers: ids.map((id) => ({ id })), ...own };
}

/** Trains on a file that the worker has read: the experiment goes on where it is of a file already, else starts afresh. */
export function startCsv(store: ExperimentStore, host: Pick<Host, "send">, event: CsvRead): void {
  const before = store.getState();
  const source = before.csv.reading;
  if (source?.id !== event.id) return; // another file was chosen since
  const file = { ...event.summary, source };
  store.setState({ csv: { ...before.csv, file, reading: null, use: null } });
  const choice = shortened(file, event.choice);
  const input = before.config.task === "csv" ? before.config : taskInput(before, "csv");
  const resolved = resolveExperiment({ ...input, csv: choice }, { mode: "lenient" });
  createBegin(store, host)({ ...resolved, preset: null }, `File: ${file.file}.`);
  store.setState(
    event.notices.reduce((state, notice) => addNotice(state, notice), store.getState()),
    true,
  );
}

/** A link's choice is for the file it asks for, whatever its name here; a file's own choice is for that file only. */
function wishFor({ config, status }: ExperimentState, name: string): CsvChoice {
  const own = config.csv ?? NO_WISH;
  return status === "needsFile" || own.file === name ? own : NO_WISH;
}

/** Inputs that are the default need no names in the link. */
function shortened(file: NonNullable<CsvState["file"]>, choice: CsvChoice): CsvChoice {
  const usual = defaultInputs(file, choice.target ?? "");
  const isUsual = choice.inputs?.length === usual.length && choice.inputs.every((name) => usual.includes(name));
  return isUsual ? { ...choice, inputs: null } : choice;
}

/** More files than one at a time. */
export function oneFile(names: readonly string[]) {
  return {
    level: "warning",
    title: `${names.length} files were dropped`,
    detail: `One is opened at a time; these are ${names.slice(0, 3).join(", ")}${names.length > 3 ? ", …" : ""}.`,
    remedy: "Drop or choose one of them.",
  } as const;
}
