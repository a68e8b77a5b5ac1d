import type { ExperimentConfig } from "../../config/experiment/experiment";
import { trainingRuns } from "../../config/experiment/learningRateGrid";
import { hasLiveKnobs, hasMetaUpdates } from "../../config/tables/hyperparamRange";
import { NO_ARCHIVES } from "./archive/archiveState";
import { EMPTY_LOG } from "./columns";
import { DEFAULT_EMBED } from "./embedChoice";
import { DEFAULT_LANDSCAPE, NO_LANDSCAPE } from "./plane/landscapeState";
import { DEFAULT_PICTURE } from "./plane/pictureState";
import { NO_SEED_BAND } from "./seedBandState";
import type { DisplayState, ExperimentState, RunState, Speed } from "./state";
import type { CsvState } from "./stateParts";
import { NO_SWEEP_MAP } from "./sweepMapState";

const LOG = { x: "linear", y: "log", isCut: false } as const;
const LINEAR = { x: "linear", y: "linear", isCut: false } as const;

/** The axes of the charts over time before anyone chooses. Q is a sum, whose parts have heights on a straight axis only. */
export const DEFAULT_AXES: DisplayState["axes"] = {
  loss: LOG,
  q: { ...LINEAR, isCut: true },
  rate: LOG,
  accuracy: LINEAR,
  gap: LOG,
};

/** How the page looks before a link says otherwise. */
export const DEFAULT_DISPLAY: DisplayState = {
  xAxis: "steps",
  lossSplit: "train",
  axes: DEFAULT_AXES,
  firstStep: 0,
  zoom: null,
  seedCount: 0,
  smoothing: null,
  hiddenRuns: [],
  theme: "auto",
  language: "auto",
  characterKeys: "on",
  layout: "page",
  embed: DEFAULT_EMBED,
  mode: "normal",
  keeping: null,
  snapshots: null,
  clock: null,
  hoverStep: null,
  pointedRun: null,
  scrubStep: null,
  chosenMove: null,
  walkStage: null,
  lesson: null,
  lessonParts: [],
  openViews: ["lookahead", "effect"],
  spectrumLayer: null,
  landscape: DEFAULT_LANDSCAPE,
  picture: DEFAULT_PICTURE,
  scenes: null,
};

/** Before a file is chosen. */
const NO_CSV: CsvState = { file: null, reading: null, isAsking: false, use: null };

/** Runs of the race and of its grid at step 0 with the settings of the config and no rows. */
export function freshRuns(config: ExperimentConfig): RunState[] {
  return trainingRuns(config).map(({ id, run, hyperparams }) => ({
    run,
    optimizer: id,
    status: "running",
    message: null,
    end: null,
    hyperparams,
    columns: EMPTY_LOG,
    evaluations: [],
    metaSteps: 0,
    cost: null,
    spectra: [],
    predictions: [],
    lookaheads: [],
    layers: [],
  }));
}

/** The run whose live knobs are shown: the one before where it still races, else the first APO run, else the first with any. */
export function chooseFocusRun(config: ExperimentConfig, before: string | null): string | null {
  const live = config.optimizers.filter(({ id }) => hasLiveKnobs(id));
  const kept = live.find(({ run }) => run === before);
  return (kept ?? live.find(({ id }) => hasMetaUpdates(id)) ?? live[0])?.run ?? null;
}

/** An experiment that has not heard from its worker yet. */
export function initialState(
  config: ExperimentConfig,
  display: DisplayState = DEFAULT_DISPLAY,
  speed: Speed = null,
): ExperimentState {
  return {
    experiment: "",
    config,
    preset: null,
    status: "loading",
    isPausing: false,
    progress: { stage: "app", fraction: 0, detail: "Starting" },
    environment: null,
    sizes: null,
    network: null,
    tensors: null,
    step: 0,
    speed,
    runs: freshRuns(config),
    focusRun: chooseFocusRun(config, null),
    interventions: [],
    pending: {},
    notices: [],
    shelf: null,
    overlays: [],
    kept: null,
    retraining: null,
    recorded: null,
    isRounded: false,
    picture: { kind: "none" },
    curvature: null,
    csv: NO_CSV,
    archives: NO_ARCHIVES,
    landscape: NO_LANDSCAPE,
    isAnalysisGone: false,
    display,
    sweepMap: NO_SWEEP_MAP,
    seedBand: NO_SEED_BAND,
  };
}
