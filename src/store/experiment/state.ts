import type { RaceCheckpoint } from "../../config/experiment/checkpoint";
import type { ExperimentConfig } from "../../config/experiment/experiment";
import type { Note } from "../../config/experiment/notes";
import type { ClockRule, ShownCost, SnapshotRule } from "../../config/formulas/clockRules";
import type { Lookahead } from "../../config/formulas/lookahead";
import type { NetworkEstimate } from "../../config/formulas/networkOutline";
import type { LayerShape } from "../../config/formulas/preconditionerState";
import type { RunEnd } from "../../config/formulas/runEnd";
import type { ArchiveId } from "../../config/tables/archive/archives";
import type { Environment } from "../../config/tables/backends";
import type { HyperparamName, Hyperparams } from "../../config/tables/hyperparams";
import type { Evaluation, LayerCurvature, LayerSpectrum } from "../../config/tables/metrics";
import type { OptimizerId } from "../../config/tables/optimizers";
import type { TaskPicture } from "../../config/tables/taskPicture";
import type { ViewId } from "../../config/tables/views";
import type { PagePart, WalkStage } from "../../config/tables/walk";
import type { HeldArchive } from "../../protocol/archive";
import type { ChartAxes, TimeChartId } from "./chartAxes";
import type { ColumnLog } from "./columns";
import type { EmbedChoice } from "./embedChoice";
import type { StoredNotice } from "./noticeState";
import type { Overlay, RunStatus } from "./overlayState";
import type { LandscapeChoice, LandscapeResult } from "./plane/landscapeState";
import type { PictureChoice } from "./plane/pictureState";
import type { RecordedState } from "./recordedState";
import type { SeedBandState } from "./seedBandState";
import type { CsvState, LoadProgress, PendingMove, TaskSizes } from "./stateParts";
import type { SweepMapState } from "./sweepMapState";

/**
 * What the whole experiment is doing, in one word. `idle` is ready at step 0; `failed` keeps what was trained;
 * `needsFile` waits for the file of the task `csv`, or for an archive; `saved` shows a run from a file, without a worker behind it.
 */
type ExperimentStatus = "loading" | "needsFile" | "idle" | "running" | "paused" | "failed" | "saved";

/** Spectra of all layers of one run at one step. */
export interface SpectrumSnapshot {
  step: number;
  layers: readonly LayerSpectrum[];
}

/** What one run predicts for the task's picture at a step (see `RunPrediction`). */
export interface Prediction {
  step: number;
  values: Float32Array;
}

/** What the step of that number looks at, before it is taken. */
export interface LookaheadSnapshot extends Lookahead {
  step: number;
}

/** One run of the race with everything known of it. */
export interface RunState {
  run: string;
  optimizer: OptimizerId;
  status: RunStatus;
  /** Why it diverged or failed, null where all is well. */
  message: string | null;
  /** The same, to be told apart; null too for a recorded run. */
  end: RunEnd | null;
  /** As the controls show them now: a move shows at once, before the worker answers. */
  hyperparams: Hyperparams;
  columns: ColumnLog;
  /** Ascending by step. */
  evaluations: readonly Evaluation[];
  /** Meta-updates made; 0 for a method without. */
  metaSteps: number;
  cost: ShownCost | null;
  /** Ascending by step: those of the schedule (`snapshotStride`) and the latest. */
  spectra: readonly SpectrumSnapshot[];
  /** Ascending by step, kept as the spectra are. */
  predictions: readonly Prediction[];
  /** Of an APO run while the view is open; ascending by step, kept as the spectra are. */
  lookaheads: readonly LookaheadSnapshot[];
  layers: readonly LayerShape[];
}

/** A change of a live hyperparameter that acted in `step`. Moves of one drag share a `gesture`. */
export interface Intervention {
  step: number;
  run: string;
  name: HyperparamName;
  from: number | string;
  value: number | string;
  gesture: number;
}

/** What the x-axis of the time charts counts. */
export const X_AXES = ["steps", "epochs", "seconds", "gradient evaluations"] as const;
export type XAxis = (typeof X_AXES)[number];

/** `host`: as the page around an embed is; auto where it says nothing. */
export const THEMES = ["auto", "light", "dark", "host"] as const;
export type Theme = (typeof THEMES)[number];

/** Of the page; auto: the one that was chosen before in this browser, or the browser's own. */
export const PAGE_LANGUAGES = ["auto", "en", "de"] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** Which split the loss chart draws; "accuracy": that of the test split in its place, where the task has one. */
export const LOSS_SPLITS = ["train", "test", "accuracy"] as const;
export type LossSplit = (typeof LOSS_SPLITS)[number];

/** Whether a running average is drawn over the faint raw training loss. */
export const SMOOTHINGS = ["on", "off"] as const;
export type Smoothing = (typeof SMOOTHINGS)[number];

/** Whether keys of one character do something by themselves: R, N, L, ?, the digits and Space (WCAG 2.1.4). */
export const CHARACTER_KEYS = ["on", "off"] as const;
export type CharacterKeys = (typeof CHARACTER_KEYS)[number];

/** Whether runs are kept in the browser, to come back after a reload or a crash. */
type Keeping = "on" | "off";

/** Lockstep steps a second; null is as fast as it goes. */
export const SPEEDS = [0.25, 1, 5, 25, null] as const;
export type Speed = (typeof SPEEDS)[number];

/** What is looked at, and how; never changes a number of the run. */
export interface DisplayState {
  xAxis: XAxis;
  lossSplit: LossSplit;
  axes: Readonly<Record<TimeChartId, ChartAxes>>;
  /** Steps before this one are left out of the charts over time, and of the range of their axes. */
  firstStep: number;
  /** The steps that all charts over time show; null: all from `firstStep` on. */
  zoom: readonly [number, number] | null;
  /** Further seeds that the race is trained with once it runs, for a band; 0: none. */
  seedCount: number;
  /** null: as the task has it (`isSmoothed`). */
  smoothing: Smoothing | null;
  /** Runs switched off in the charts. */
  hiddenRuns: readonly string[];
  theme: Theme;
  language: PageLanguage;
  /** The person's own, kept in the browser; a link does not hold it. */
  characterKeys: CharacterKeys;
  layout: "page" | "embed";
  /** What stands in an embed; a page keeps it for those that are made from it. */
  embed: EmbedChoice;
  /** `test`: no animation, `window.__apo` is there, a hidden tab goes on. */
  mode: "normal" | "test";
  /** null: as the page has it (`keepsRuns`). */
  keeping: Keeping | null;
  /** null: as the mode has it (`snapshotsEveryOf`). */
  snapshots: SnapshotRule | null;
  /** null: as the mode has it (`clockOf`). */
  clock: ClockRule | null;
  /** Step under the pointer in any chart, drawn in all of them; null: none. */
  hoverStep: number | null;
  /** Run under the pointer, by its line or its row: named in every figure; null: none. */
  pointedRun: string | null;
  /** Step that the scrubber stands at; null: the latest. `shownStep` is what is drawn. */
  scrubStep: number | null;
  /** Move of a slider whose effect is shown (`moveKey`); null: the latest. */
  chosenMove: string | null;
  /** Stage of the walk through one step, null: nobody walks. */
  walkStage: WalkStage | null;
  /** The lesson that is open and the step of it, "ID:N", or as a link has it; null: none. */
  lesson: string | null;
  /** Parts of the page that it speaks of. */
  lessonParts: readonly PagePart[];
  /** Views that are open, in the order of the page. */
  openViews: readonly ViewId[];
  /** Layer whose spectrum is drawn over time; null: all layers as one. */
  spectrumLayer: string | null;
  landscape: LandscapeChoice;
  picture: PictureChoice;
  /** The scene of a talk that is shown, from 1, and what a link calls its set: null where that is of a file. null: no talk. */
  scenes: { set: string | null; scene: number } | null;
}

/** What a new experiment starts from. */
export interface Start {
  config: ExperimentConfig;
  preset: string | null;
  /** What could not be taken as asked. */
  notes?: readonly Note[];
}

/** What waits for an archive: an experiment that starts, or a log that is gone on from. */
type Waiting = { start: Start; told?: string } | { state: ExperimentState; checkpoint: RaceCheckpoint | null };

/** Archives of images that a person brought, as far as the page knows them. */
export interface ArchivesState {
  held: Readonly<Partial<Record<ArchiveId, HeldArchive>>>;
  /** Whether the browser's files were looked through for those of earlier visits. */
  isLooked: boolean;
  /** Being read; what is trained meanwhile goes on. */
  reading: { name: string; fraction: number; detail: string } | null;
  /** Wanted and not here; `waiting` null: by the experiment on the page itself. */
  asking: { archive: ArchiveId; waiting: Waiting | null } | null;
}

/** Everything the page knows. Only `applyEvent` and the actions make a new one; nothing is ever changed in place. */
export interface ExperimentState {
  /** Id of the configured race; events of another are dropped. */
  experiment: string;
  /** As resolved, with every default filled in: what Reset goes back to. */
  config: ExperimentConfig;
  /** Id of the preset chosen last and not left since, null otherwise. */
  preset: string | null;
  status: ExperimentStatus;
  /** Pause was pressed, and the worker has not answered yet. */
  isPausing: boolean;
  progress: LoadProgress;
  environment: Environment | null;
  sizes: TaskSizes | null;
  /** The network, and what each run is expected to need; null before it is loaded, and of a recorded or saved run. */
  network: NetworkEstimate | null;
  /** Alive in the training worker when it was last counted; null before. */
  tensors: number | null;
  /** Lockstep steps completed. */
  step: number;
  speed: Speed;
  runs: readonly RunState[];
  /** Run whose live knobs are shown; null where no method has any. */
  focusRun: string | null;
  /** Ascending by step; those at step 0 become part of `config` instead. */
  interventions: readonly Intervention[];
  /** By `run.name`. */
  pending: Readonly<Record<string, PendingMove>>;
  notices: readonly StoredNotice[];
  /** A long run that a restart took off the page, as it stood then, while a notice offers to bring it back. */
  shelf: ExperimentState | null;
  /** Runs of other experiments that are drawn behind these; they stay whatever is trained. */
  overlays: readonly Overlay[];
  /**
   * Steps of a log that came back, of which the worker has trained so many again; null: there is nothing to train again. `forkOf`: the
   * name of the run that the log was cut from; `isElsewhere`: on another device, which rounds otherwise.
   */
  retraining: { from?: number; at: number; to: number; forkOf?: string; isElsewhere?: boolean } | null;
  /** Id of the kept run that this one is; null while it is not kept. */
  kept: string | null;
  /** null: the run is trained here, or was saved. */
  recorded: RecordedState | null;
  /** The log is from a recording whose numbers are rounded: what is trained again takes its place. */
  isRounded: boolean;
  picture: TaskPicture;
  /** Of the task, where it is the same at every θ; null elsewhere, and while loading. */
  curvature: readonly LayerCurvature[] | null;
  csv: CsvState;
  archives: ArchivesState;
  landscape: LandscapeResult;
  /** What measures spectra and gaps was lost, and so was what took its place. */
  isAnalysisGone: boolean;
  display: DisplayState;
  sweepMap: SweepMapState;
  seedBand: SeedBandState;
}
