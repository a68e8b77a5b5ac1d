import { experimentDocument, openDocument } from "../../config/experiment/documents";
import { ConfigError, type Note } from "../../config/experiment/notes";
import { scheduleOf } from "../experiment/interventions";
import type { ExperimentState } from "../experiment/state";
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

/** What a file opens: an experiment to start, or a run to show; or what is wrong with it. */
export type OpenedFile =
  | { kind: "experiment"; config: ExperimentState["config"] }
  | { kind: "run"; show: (before: ExperimentState) => ExperimentState }
  | { kind: "refused"; notes: readonly Note[] };

/** Reads a file that was saved by the page or the command line. Never throws. */
export function openFile(bytes: Uint8Array, file: string): OpenedFile {
  try {
    const opened = openDocument(bytes, file);
    if (opened.kind === "experiment") return opened;
    const { config, trace } = opened;
    return { kind: "run", show: (before) => stateOfRun(before, { config, trace, file }) };
  } catch (error) {
    if (error instanceof ConfigError) return { kind: "refused", notes: error.notes };
    throw error;
  }
}
