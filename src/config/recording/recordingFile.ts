import type { ExperimentConfig } from "../experiment/experiment";
import type { Trace, TraceColumn } from "../experiment/trace";
import type { NetworkOutline } from "../formulas/networkOutline";
import type { LayerShape } from "../formulas/preconditionerState";
import type { LayerCurvature, LayerSpectrum, RunCost } from "../tables/metrics";
import type { OptimizerId } from "../tables/optimizers";
import type { TaskPicture } from "../tables/taskPicture";
import type { Packed } from "./packed";

/** The format of recorded runs, in two files: what the first picture needs, and the rest (docs/TRACE.md, "Recordings"). */
export const RECORDING_FORMAT = "apo-recording/1";

/** Columns of the first file: what the figures of loss and rate draw. `step` counts from 0 and is not written. */
export const FIRST_COLUMNS = ["trainLoss", "learningRate"] as const satisfies readonly TraceColumn[];
/** Columns of the second file; `seconds` are told by their sum alone. */
export type RestColumn = Exclude<TraceColumn, (typeof FIRST_COLUMNS)[number] | "step" | "seconds">;

/** One run in the first file. */
export interface FirstRun {
  run: string;
  optimizer: OptimizerId;
  /** As it is drawn: "SGDm η 0.5". */
  name: string;
  status: "finished" | "diverged";
  message?: string;
  columns: Record<(typeof FIRST_COLUMNS)[number], Packed>;
}

/** What stands around the lines of a figure, at the end of the run. */
export interface RecordedFigure {
  /** Of the task: "Noisy sine". */
  title: string;
  /** Live knobs of the first method with meta-updates, by their names in links; `position` along the slider, 0 to 1. */
  knobs: { control: "lf" | "lw" | "k" | "alpha"; symbol: string; text: string; position: number }[];
  /** The terms of its Q as drawn, each with its λ, at 300 meta-updates at most. */
  objective: { name: string; step: Packed; loss: Packed; fsd: Packed; wsd: Packed } | null;
}

/** What the first picture needs of a recorded run. */
export interface RecordingFile {
  format: typeof RECORDING_FORMAT;
  part: "first";
  /** As resolved, with every default filled in. */
  config: ExperimentConfig;
  environment: Trace["environment"];
  runs: FirstRun[];
  figure: RecordedFigure;
  /** Name of the second file, beside the first. */
  rest: string;
}

/** Spectra of one layer of one run at the steps of its run, one after another, each ascending. */
export interface PackedLayer extends Pick<LayerSpectrum, "name" | "dimension"> {
  methods: LayerSpectrum["method"][];
  /** Eigenvalues at each step. */
  counts: number[];
  eigenvalues: Packed;
  /** Left out where all of a step are equal. */
  weights?: Packed;
  /** Left out where none is an estimate. */
  standardErrors?: (number | null)[];
}

/** One run in the second file. */
export interface RestRun {
  run: string;
  /** Left out: columns that hold nothing. */
  columns: Partial<Record<RestColumn, Packed>>;
  /** Of all its steps where it was recorded; they are told as equally long. */
  seconds: number;
  evaluations: { step: number[]; trainLoss: Packed; testLoss: Packed; testMetric: Packed };
  layers: LayerShape[];
  cost: RunCost;
  spectra: { step: number[]; layers: PackedLayer[] };
  /** Values of the picture at these steps, one after another. */
  predictions: { step: number[]; values: Packed };
}

/** A picture whose numbers are packed: `TaskPicture` with `{ packed, type }` in the place of each typed array. */
export type PackedPicture = { [key: string]: unknown; kind: TaskPicture["kind"] };

/** The rest of a recorded run. */
export interface RecordingRest {
  format: typeof RECORDING_FORMAT;
  part: "rest";
  sizes: { trainCount: number; testCount: number; parameterCount: number };
  picture: PackedPicture;
  curvature?: LayerCurvature[];
  /** The network, node by node; older files have none. */
  outline?: NetworkOutline;
  runs: RestRun[];
}
