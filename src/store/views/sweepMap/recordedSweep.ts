import { MAPPED_PRESET, type RecordedMap } from "../../../config/recording/recordedMap";
import { fetchMap } from "../../charts/recordingFiles";
import type { ExperimentStore } from "../../experiment/experimentStore";
import type { ExperimentState } from "../../experiment/state";
import type { SweepPurpose } from "../../experiment/sweepMapState";
import { purposeOf } from "./sweepPurpose";
import { staleWords } from "./sweepStale";

/** Whether the recorded map has something for the page: its cells, or the ranges of its seeds. */
export function wantsRecordedMap(state: ExperimentState): boolean {
  if (state.config.task !== MAPPED_PRESET.task) return false;
  const { recorded, status } = state.sweepMap;
  return recorded === null || (status === "none" && isOfPage(state, recorded));
}

/** The state with the recorded map: shown where it is what the page would train and no other map is there. */
export function withRecordedMap(state: ExperimentState, recorded: RecordedMap): ExperimentState {
  const { sweepMap } = state;
  if (sweepMap.status !== "none" || !isOfPage(state, recorded))
    return { ...state, sweepMap: { ...sweepMap, recorded } };
  const { cells, steps } = recorded;
  const total = cells.length * steps;
  const shown = { status: "done", isRecorded: true, cells, done: total, total, backend: "wasm" } as const;
  return { ...state, sweepMap: { ...sweepMap, ...shown, recorded, purpose: purposeOfRecorded(recorded) } };
}

/** Fetches the recorded map and shows it. Where it does not come the page trains one when it is asked to. */
export async function openRecordedMap(store: ExperimentStore): Promise<void> {
  if (!wantsRecordedMap(store.getState())) return;
  try {
    const recorded = store.getState().sweepMap.recorded ?? (await fetchMap(MAPPED_PRESET.id));
    store.setState(withRecordedMap(store.getState(), recorded), true);
  } catch {
    // as before: no map yet
  }
}

function purposeOfRecorded({ config, optimizer, hyperparams, grid, steps }: RecordedMap): SweepPurpose {
  return { config, csv: null, optimizer, hyperparams, grid, steps };
}

function isOfPage(state: ExperimentState, recorded: RecordedMap): boolean {
  const now = purposeOf(state);
  return now !== null && now.steps === recorded.steps && staleWords(purposeOfRecorded(recorded), now) === null;
}
