import { PRESETS } from "../../config/experiment/presets";
import type { Preset } from "../../config/experiment/presets/preset";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { packPicture } from "../../config/recording/packedPicture";
import { RECORDING_FORMAT, type RecordingFile, type RecordingRest } from "../../config/recording/recordingFile";
import { runName } from "../../store/words/runName";
import type { Recorded } from "../trace/traceDocument";
import { trainTrace } from "../trace/trainTrace";
import { packFirst, packRest } from "./packRun";
import { recordedFigure } from "./recordedFigure";
import { PresetRecorder } from "./recorder";

/** A preset by its id; throws where there is none. */
export function presetOf(id: string): Preset {
  const preset = PRESETS.find((one) => one.id === id);
  if (!preset) throw new Error(`There is no preset "${id}". Allowed: ${PRESETS.map((one) => one.id).join(", ")}.`);
  return preset;
}

/** Trains a preset as `npm run trace` would, on WASM like the page; `until` ends it early, `rowsOnly` leaves out all but its rows, and `runs` all runs but these. */
export function trainPreset(
  preset: Preset,
  { until, rowsOnly, runs }: { until?: number; rowsOnly?: boolean; runs?: readonly string[] | null } = {},
): Promise<Recorded> {
  const { config } = resolveExperiment(preset.experiment);
  const optimizers = config.optimizers.filter(({ run }) => runs?.includes(run) ?? true);
  return trainTrace({ config: { ...config, optimizers }, until, rowsOnly });
}

/** A recorded run: its exact numbers, and the two files that hold them packed. */
export interface RecordedPreset {
  trace: Recorded;
  first: RecordingFile;
  rest: RecordingRest;
}

/** Trains a preset to its end and packs what the page shows of it. */
export async function recordPreset(preset: Preset): Promise<RecordedPreset> {
  const { config } = resolveExperiment(preset.experiment);
  const recorder = new PresetRecorder(config.steps);
  const trace = await trainTrace({ config, watch: (race, task) => recorder.look(race, task) });
  const { environment, runs } = trace;
  const restRuns = runs.flatMap((run) => {
    const sights = recorder.runs.get(run.run);
    return sights ? [packRest(run, sights, recorder.picture)] : [];
  });
  return {
    trace,
    first: {
      format: RECORDING_FORMAT,
      part: "first",
      config: trace.config,
      environment,
      runs: runs.map((run) => packFirst(run, runName(config.optimizers, run.run))),
      figure: recordedFigure(config, restRuns),
      rest: `${preset.id}.rest.json`,
    },
    rest: {
      format: RECORDING_FORMAT,
      part: "rest",
      sizes: recorder.sizes,
      picture: packPicture(recorder.picture),
      ...(recorder.curvature ? { curvature: recorder.curvature } : {}),
      ...(recorder.outline ? { outline: recorder.outline } : {}),
      runs: restRuns,
    },
  };
}
