import type { RaceCheckpoint } from "../config/experiment/checkpoint";
import type { CsvChoice, CsvSummary, CsvUse } from "../config/experiment/csv";
import type { ExperimentConfig } from "../config/experiment/experiment";
import type { DeviceRates } from "../config/formulas/deviceRates";
import type { Lookahead } from "../config/formulas/lookahead";
import type { NetworkEstimate } from "../config/formulas/networkOutline";
import type { LayerShape, PreconditionerState } from "../config/formulas/preconditionerState";
import type { ProximalGap, ProximalProbe } from "../config/formulas/proximalProblem";
import type { RunEnd } from "../config/formulas/runEnd";
import type { ArchiveSummary } from "../config/tables/archive/archives";
import type { Backend, Environment } from "../config/tables/backends";
import type { HyperparamName } from "../config/tables/hyperparams";
import type { ColumnName, Evaluation, LayerCurvature, LayerSpectrum, RunCost } from "../config/tables/metrics";
import type { TaskPicture } from "../config/tables/taskPicture";
import type { ViewId } from "../config/tables/views";

/** A file of the person's. The page hands it on unread; it never leaves the browser. */
export interface CsvFile {
  /** Given by the page; the same file chosen again has another. */
  id: string;
  name: string;
  bytes: Blob;
}

/** An archive of images that was read. Its images lie where the browser keeps files, and leave it for no one. */
export interface ArchiveFile {
  /** Another for each time it is read; of one that is kept, what its files are named by. */
  id: string;
  summary: ArchiveSummary;
  /** Images of each split, one of each class in turn (`ArchiveImages`). */
  train: Blob;
  test: Blob;
}

/** Files of the person's that an experiment trains on: of the task `csv`, or of a task with images from an archive. */
export interface OwnFiles {
  csv?: CsvFile;
  archive?: ArchiveFile;
}

/** A log that an experiment goes on from: its steps, and what each run came to in them. */
export interface Resume {
  step: number;
  runs: Record<string, { seconds: number; metaSteps: number }>;
  /** The last step that all runs were evaluated at; absent: the log's last. */
  evaluatedAt?: number;
  /** Of a step of the log: only the steps behind it are trained again. */
  checkpoint?: RaceCheckpoint;
  /** Its numbers are rounded: those trained again take their place. */
  isRounded?: boolean;
}

/** Why a device is not used. */
export interface Refusal {
  /** A clause for the badge, where there is more to say than that it was refused. */
  reason?: string;
  /** Sentences. */
  why: string;
  /** What would help, where trying again does not. */
  remedy?: string;
}

/** What is known of the machine's devices, so that a new worker chooses as the one before did, without looking again. */
export interface DeviceFindings {
  /** Their gradients are those of the CPU. */
  usable: readonly Backend[];
  refused: readonly ({ backend: Backend } & Refusal)[];
  /** Milliseconds of a lockstep step of a race, by the race's key. */
  trials: readonly { key: string; webgpu: number; wasm: number }[];
  /** How fast they are, where that was timed. */
  rates?: readonly ({ backend: Backend } & DeviceRates)[];
  /** The browser did not answer when it was asked for a GPU. */
  isGpuSilent: boolean;
}

/** Page to training worker. `experiment` is the id of one configured race; a command for another is dropped. */
export type Command =
  /** Hands the worker its end of the channel to the analysis worker (transferred with the message). */
  | { type: "connectAnalysis"; port: MessagePort }
  /** Builds the race at step 0, paused. A running race ends. Interventions in the config are applied at their steps. */
  | ({
      type: "configure";
      experiment: string;
      config: ExperimentConfig;
      stepsPerSecond: number | null;
      views: readonly ViewId[];
      /** Spectra, gaps and pictures are taken at multiples of so many steps and at rest only, none by the clock. */
      snapshotsEvery?: number;
      /** The page has a log of so many steps: they are trained again unseen, from the checkpoint on where there is one, before the first step that is asked for. */
      resume?: Resume;
      /** The page keeps what it is sent: `checkpoint` events come. */
      keepsCheckpoints?: boolean;
      /** What a worker before this one found of the machine's devices. */
      findings?: DeviceFindings;
    } & OwnFiles)
  /** Reads a file and answers with `csvRead` or `csvRefused`; the experiment there is goes on. */
  | { type: "readCsv"; csv: CsvFile; wish: CsvChoice }
  | { type: "play"; experiment: string }
  | { type: "pause"; experiment: string }
  /** One lockstep step of every run, then paused. */
  | { type: "step"; experiment: string }
  /** Plays up to so many completed steps, then paused. */
  | { type: "runTo"; experiment: string; step: number }
  /** Answered with `atRest` of the same number, once nothing is asked for and all that rest shows was sent. */
  | { type: "tellRest"; experiment: string; question: number }
  /** Up to and including the next meta-update of this run, then paused. */
  | { type: "metaStep"; experiment: string; run: string }
  /** Takes effect on the run's next step; the last write wins. */
  | { type: "setHyperparam"; experiment: string; run: string; name: HyperparamName; value: number | string }
  /** The race ends after so many steps instead, or goes on after its end; answered with `steps`. */
  | { type: "setSteps"; experiment: string; steps: number }
  /** Which views are open; what only a closed one would show is not computed. */
  | { type: "setViews"; experiment: string; views: readonly ViewId[] }
  /** null is as fast as it goes. */
  | { type: "setSpeed"; experiment: string; stepsPerSecond: number | null };

export type LoadStage = "app" | "data" | "device" | "compile";

/** What went wrong or is worth knowing; always names the thing and the way on. */
export interface Notice {
  level: "info" | "warning" | "error";
  /** "No WebGPU adapter" */
  title: string;
  /** What it means, the values that would do. */
  detail: string;
  /** What to do now. */
  remedy: string;
}

/** What a button of a message does, where there is one: both start new workers. */
export type WayOn = "continueOnWasm" | "retry";

/** A run as configured. */
interface RunInfo {
  run: string;
  /** Parametric layers, first to last. `shape` is [out, in (+1 for bias)]. */
  layers: LayerShape[];
}

/** What one run predicts for the picture at a step: f on gridX; P(class 1) row-major over the grid; class per image; pixels; answers. */
export interface RunPrediction {
  run: string;
  values: Float32Array;
}

/** Rows of a run that follow one another. */
interface NewRows {
  run: string;
  columns: Partial<Record<ColumnName, (number | null)[]>>;
}

/** Training worker (and analysis worker) to page. A late event of another experiment is dropped. */
export type WorkerEvent =
  | { type: "progress"; experiment: string; stage: LoadStage /** 0…1 */; fraction: number; detail: string }
  | {
      type: "ready";
      experiment: string;
      environment: Environment;
      findings?: DeviceFindings;
      runs: RunInfo[];
      picture: TaskPicture /** Examples and trainable numbers. */;
      sizes: { trainCount: number; testCount: number; parameterCount: number };
      /** Of the task `csv`. */
      csv?: CsvUse;
      /** Absent where its script did not come. */
      network?: NetworkEstimate;
      /** Where it is the same at every θ. */
      curvature?: LayerCurvature[];
    }
  | {
      type: "status";
      experiment: string;
      status: "idle" | "running" | "paused" /** Lockstep steps completed. */;
      step: number;
    }
  /** New rows since the last event; `metaSteps` counts meta-updates per APO run. */
  | {
      type: "rows";
      experiment: string;
      step: number;
      metaSteps: Record<string, number>;
      runs: NewRows[];
    }
  /** So many steps of a log (`Resume`) have been trained again; `losses` are those of the last of them, by run; `rows` where it is rounded. */
  | { type: "retrained"; experiment: string; step: number; losses: Record<string, number | null>; rows?: NewRows[] }
  /** Of the rows that have come; seconds apart, and at Pause. */
  | { type: "checkpoint"; experiment: string; checkpoint: RaceCheckpoint }
  | { type: "evaluation"; experiment: string; run: string; evaluation: Evaluation }
  | { type: "prediction"; experiment: string; step: number; runs: RunPrediction[] }
  | { type: "spectrum"; experiment: string; run: string; step: number; layers: LayerSpectrum[] }
  /** What the step of that number looks at, asked before it is taken. */
  | { type: "lookahead"; experiment: string; run: string; step: number; lookahead: Lookahead }
  /** The gap of a step whose rows have come already. */
  | { type: "proximalGap"; experiment: string; run: string; step: number; gap: ProximalGap }
  | { type: "cost"; experiment: string; run: string; cost: RunCost }
  /** Tensors alive in the training worker, between two steps. */
  | { type: "memory"; experiment: string; tensors: number }
  /** The loop waits for a command, and has asked for so many analyses; `question` is the newest one it answers, 0: none. */
  | { type: "atRest"; experiment: string; question: number; analyses: number }
  /** The analysis worker has nothing to do: so many requests of the experiment are answered or passed over. */
  | { type: "analysed"; experiment: string; analyses: number }
  /** A change of a hyperparameter, with the step it first acts in. */
  | {
      type: "intervention";
      experiment: string;
      run: string;
      step: number;
      name: HyperparamName;
      from: number | string;
      value: number | string;
    }
  /** diverged: something was not finite, or the loss above 1,000 times its start; message and end name quantity and step. */
  | {
      type: "runStatus";
      experiment: string;
      run: string;
      status: "running" | "diverged" | "finished" | "failed";
      message?: string;
      end?: RunEnd | null;
    }
  /** The race ends after so many steps now. */
  | { type: "steps"; experiment: string; steps: number }
  | { type: "notice"; experiment: string; notice: Notice }
  /** Nothing has moved for a while: what is waited for, and the way on; null once it moves again. */
  | { type: "wait"; experiment: string; wait: { notice: Notice; wayOn: WayOn } | null }
  /** A file can be trained on; `choice` is the wish, as far as it fits the file. Of no experiment: `experiment` is "". */
  | { type: "csvRead"; experiment: ""; id: string; summary: CsvSummary; choice: CsvChoice; notices: Notice[] }
  | { type: "csvRefused"; experiment: ""; id: string; notice: Notice }
  /** The experiment cannot start or go on; what has been trained stays on screen. */
  | { type: "failure"; experiment: string; notice: Notice; isDeviceLost?: boolean };

/** Training worker to analysis worker: copies of what is to be analysed; of each run and kind the newest wins. */
export type AnalysisRequest = {
  experiment: string;
  run: string;
  step: number;
  /** Taken at a fixed step (`snapshotsEvery`): it is never passed over. */
  isFixed?: boolean;
} & (
  | {
      kind: "spectrum";
      state: PreconditionerState;
      /** Of the schedule: it is analysed even if newer ones have come. */
      isKept: boolean;
    }
  | { kind: "gap"; probe: ProximalProbe }
);

/** Page to analysis worker: its end of the channel that the requests arrive on (transferred with the message). */
export type AnalysisCommand = { type: "connect"; port: MessagePort };
