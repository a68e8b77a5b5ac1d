import { CSV_LIMITS } from "../../config/experiment/csv";
import { ConfigError, type Note } from "../../config/experiment/notes";
import { PRESETS } from "../../config/experiment/presets";
import { RECORDED_IDS } from "../../config/experiment/recordedIds";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { sameExperiment } from "../charts/recording";
import { fetchRecording, fetchRest } from "../charts/recordingFiles";
import { freshRuns } from "../experiment/initialState";
import { foldStepZero } from "../experiment/interventions";
import type { ExperimentState } from "../experiment/state";
import { type PlayerWorld, RecordedPlayer } from "./player";
import { logOfRecording, logOfSaved, type RecordedLog } from "./recordedLog";

/** Shows the run that the page's link asks for, and plays it. Throws `ConfigError` where there is none to be had. */
export async function openRecorded(world: PlayerWorld): Promise<RecordedPlayer> {
  const { experiment, display } = world.store.getState();
  const { trace, start } = display.embed;
  const log = trace === null ? await recordingOfExperiment(world.store.getState()) : await traceAt(trace, world);
  const now = world.store.getState();
  if (now.experiment !== experiment) throw new ConfigError([]); // another was chosen meanwhile
  const player = new RecordedPlayer(log, world);
  player.show(typeof start === "number" ? start : log.steps);
  return player;
}

/** Plays a run that was saved, from its log. */
export function openSaved(saved: ExperimentState, world: PlayerWorld): RecordedPlayer {
  const log = logOfSaved(saved);
  world.store.setState(saved, true);
  const player = new RecordedPlayer(log, world);
  player.show(log.steps);
  return player;
}

async function recordingOfExperiment({ config }: ExperimentState): Promise<RecordedLog> {
  const preset = PRESETS.find(({ experiment }) =>
    sameExperiment(foldStepZero(resolveExperiment(experiment).config), config),
  );
  if (!preset || !isRecorded(preset.id)) throw new ConfigError([noRecording]);
  try {
    const first = await fetchRecording(preset.id);
    if (!sameExperiment(first.config, config)) throw new ConfigError([noRecording]);
    return logOfRecording(first, await fetchRest(first), freshRuns(config)); // the page may stand at a later step
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError([
      {
        title: "The recording cannot be read",
        detail: `Reason: ${error instanceof Error ? error.message : String(error)}`,
        remedy: "It is trained here instead: press Play. Load the page again to look for the recording once more.",
      },
    ]);
  }
}

const isRecorded = (id: string): boolean => RECORDED_IDS.some((one) => one === id);

const noRecording: Note = {
  title: "There is no recording of this experiment",
  detail: `Recorded are the presets as they are: ${RECORDED_IDS.join(", ")}.`,
  remedy: "It is trained here: press Play.",
};

/** Reads the trace at an address of this or another origin. */
async function traceAt(address: string, { store }: PlayerWorld): Promise<RecordedLog> {
  const { openFile } = await import("../files/files");
  const bytes = await bytesAt(address);
  const name = address.split(/[?#]/)[0]?.split("/").at(-1) || address;
  const opened = await openFile(bytes, { name, size: bytes.length });
  if (opened.kind === "refused") throw new ConfigError(opened.notes);
  if (opened.kind === "run") return logOfSaved(opened.show(store.getState()));
  const isForeign = opened.kind === "foreign";
  throw new ConfigError([
    {
      title: isForeign ? `${name} does not say what it was trained on` : `${name} holds an experiment, no run`,
      detail: isForeign
        ? "A run of another program lies over a race, when it is dropped on the page."
        : "There is no log in it to show.",
      remedy: "Save the run, and give the address of that file after trace=.",
    },
  ]);
}

async function bytesAt(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const refuse = (title: string, detail: string, remedy: string) => new ConfigError([{ title, detail, remedy }]);
  const answer = await fetch(address).catch((error: unknown) => {
    throw refuse(
      `${address} cannot be fetched`,
      `Reason: ${error instanceof Error ? error.message : String(error)}. The server of another origin has to answer with Access-Control-Allow-Origin.`,
      "Check the address, the line, and what the server answers.",
    );
  });
  if (!answer.ok) {
    const what = answer.status === 404 ? "is not found" : "is not to be had";
    throw refuse(
      `${address} ${what}`,
      `It is answered with status ${answer.status}.`,
      "Check the address after trace=.",
    );
  }
  const tooLarge = (bytes: number) =>
    refuse(
      `${address} is too large`,
      `It has ${Math.ceil(bytes / 2 ** 20)} MiB; at most ${CSV_LIMITS.bytes / 2 ** 20} MiB are read.`,
      "Save a shorter run.",
    );
  const told = Number(answer.headers.get("Content-Length") ?? 0);
  if (told > CSV_LIMITS.bytes) throw tooLarge(told);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes.length > CSV_LIMITS.bytes) throw tooLarge(bytes.length);
  return bytes;
}
