import { CSV_LIMITS } from "../../config/experiment/csv";
import { experimentDocument, openDocument } from "../../config/experiment/documents";
import { ConfigError, firstNotes, type Note } from "../../config/experiment/notes";
import type { Notice } from "../../protocol/messages";
import { scheduleOf } from "../experiment/interventions";
import type { NewOverlay } from "../experiment/overlayState";
import { overlayOf } from "../experiment/overlays";
import type { ExperimentState } from "../experiment/state";
import { unpacked } from "./gzip";
import { foreignOverlay, overlayName } from "./overlayFile";
import { stateOfRun, traceOf } from "./runFile";

/** A file to be saved. */
export interface SavedFile {
  name: string;
  text: string;
}

const nameOf = ({ config }: ExperimentState) => `apo-${config.task}-seed${config.seed}`;

/** The experiment with every move made so far, whatever a link can hold. */
export function experimentFile(state: ExperimentState): SavedFile {
  const { config, interventions, environment } = state;
  const all = { ...config, interventions: scheduleOf(config, interventions) };
  return { name: `${nameOf(state)}.experiment.json`, text: experimentDocument(all, environment?.app ?? null) };
}

/** All that was logged of a run; null before there is any. */
export function runFile(state: ExperimentState): SavedFile | null {
  const trace = traceOf(state);
  return trace && { name: `${nameOf(state)}-step${state.step}.trace.json`, text: `${JSON.stringify(trace)}\n` };
}

/** A run that can be shown in place of the race, or laid over it. */
export interface OpenedRun {
  kind: "run";
  show: (before: ExperimentState) => ExperimentState;
  overlay: (before: ExperimentState) => NewOverlay;
}

/** What a file opens: an experiment to start, a run to show or to lay over, or one that can only be laid over; or what is wrong with it. */
export type OpenedFile =
  | { kind: "experiment"; config: ExperimentState["config"] }
  | OpenedRun
  | { kind: "foreign"; overlay: OpenedRun["overlay"] }
  | { kind: "refused"; notes: readonly Note[] };

/** The bytes of a file; null where it is too large or cannot be read. */
export async function readFile(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  if (file.size > CSV_LIMITS.bytes) return null;
  return file.arrayBuffer().then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  );
}

/** Reads a file that was saved by the page or the command line. Never throws. */
export async function openFile(
  bytes: Uint8Array<ArrayBuffer> | null,
  file: Pick<File, "name" | "size">,
): Promise<OpenedFile> {
  if (bytes === null) return { kind: "refused", notes: [unreadable(file)] };
  try {
    const { name } = file;
    const opened = openDocument(await unpacked(bytes, name), name);
    if (opened.kind === "experiment") return opened;
    if (opened.kind === "foreign")
      return { kind: "foreign", overlay: (before) => foreignOverlay(before, opened.trace, name) };
    const show = (before: ExperimentState) => stateOfRun(before, { ...opened, file: name });
    return { kind: "run", show, overlay: (before) => overlayOf(show(before), overlayName(name), "file") };
  } catch (error) {
    if (error instanceof ConfigError) return { kind: "refused", notes: error.notes };
    throw error;
  }
}

/** Notes of one file that are shown; more are counted. */
const MOST_NOTES = 2;

/** What is wrong in a file as notices, the first on top. */
export function refusals(notes: readonly Note[], file: string): Notice[] {
  const told = firstNotes(notes, MOST_NOTES, (others) => ({
    title: `${others} more ${others === 1 ? "thing is" : "things are"} wrong in ${file}`,
    detail: "The first ones are named beside this.",
    remedy: "Save the file again where it was made.",
  }));
  const [first, second, ...count] = told.map((note): Notice => ({ level: "error", ...note }));
  return [second ?? [], first ?? [], ...count].flat();
}

function unreadable({ name, size }: Pick<File, "name" | "size">): Note {
  const isLarge = size > CSV_LIMITS.bytes;
  return {
    title: isLarge ? `${name} is too large` : `${name} cannot be read`,
    detail: isLarge
      ? `It has ${Math.ceil(size / 2 ** 20)} MiB; at most ${CSV_LIMITS.bytes / 2 ** 20} MiB are read.`
      : "A folder cannot be read, nor a file that was changed or moved since it was chosen.",
    remedy: isLarge ? "Save a shorter run." : "Choose the file again.",
  };
}

/** Says that a run is looked at, not trained. */
export function shownNotice(file: string, { step, runs }: ExperimentState): Notice {
  return {
    level: "info",
    title: `${file} is shown from its log`,
    detail: `${runs.length} ${runs.length === 1 ? "run" : "runs"}, ${step} steps, as they were saved; nothing trains.`,
    remedy: "Play or Step trains it again here from step 0, with its moves.",
  };
}

/** Asks what to do with a run while another one is on the page. */
export function askNotice(file: string): Notice {
  return {
    level: "info",
    title: `${file} holds a run`,
    detail: "It can be shown in place of the race, from its log, or lie over its charts, dashed.",
    remedy: "The race stays as it is until you choose.",
  };
}

/** Says that runs of a file lie over the charts. */
export function laidOverNotice(file: string, { runs }: NewOverlay): Notice {
  return {
    level: "info",
    title: `${file} lies over the charts`,
    detail: `${runs.map(({ name }) => name).join(", ")}: dashed and faint, nothing of it trains.`,
    remedy: "The list under the comparison hides it and takes it off.",
  };
}

/** Says that there is no log. */
export const nothingToSave: Notice = {
  level: "info",
  title: "There is no run to save yet",
  detail: "A run is saved with every step that it has taken.",
  remedy: "Press Play first, or save the experiment.",
};
