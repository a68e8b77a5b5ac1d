import type { Lambdas } from "../config/lambdas";
import type { HyperparamName, Limits, NumericHyperparamName } from "../config/tables/hyperparams";
import type { OptimizerId } from "../config/tables/optimizers";
import type { LoadStage } from "../protocol/messages";
import type { GridBand } from "./charts/gridBand";
import type { RunStatus } from "./experiment/state";

/** The transport bar. A button that cannot act is disabled, never hidden. */
export interface TransportModel {
  playLabel: "Play" | "Pause";
  canPlay: boolean;
  canStep: boolean;
  /** False where no APO method races. */
  canMetaStep: boolean;
  canReset: boolean;
  step: number;
  /** Meta-updates of the focus run; null where no APO method races. */
  metaStep: number | null;
  /** The race stops here. */
  steps: number;
}

/** Named stages of a load, each 0 to 1. */
export interface LoadStageModel {
  stage: LoadStage;
  /** "App", "Data", "Device", "First step" */
  label: string;
  fraction: number;
  detail: string;
}

/** Who a line belongs to. Colour `--opt-<token>`, dash `--dash-<token>`. */
export interface SeriesIdentity {
  run: string;
  optimizer: OptimizerId;
  /** As drawn: "APO-P"; where a method races more than once with what sets it apart: "SGDm η 0.50". */
  name: string;
  token: string;
  /** 0 for the first run of its method, 1 for the second, …: those share colour and dash. */
  variant: number;
  visibility: "shown" | "hidden";
  status: RunStatus;
  /** Why it stopped, null where it did not. */
  message: string | null;
}

/** One drawn point. `x` is on the chosen x-axis, `y` in data units. */
export interface ChartPoint {
  step: number;
  x: number;
  y: number;
}

/** A line of a chart: at most 300 points, spikes kept. The same array as long as the run did not change. */
export interface ChartSeries extends SeriesIdentity {
  points: readonly ChartPoint[];
  last: ChartPoint | null;
}

/** Where live moves acted: one marker per drag. */
export interface MarkerModel {
  /** Of the run the marker belongs to. */
  run: string;
  name: HyperparamName;
  /** Of the drag; with run and name a key for drawing. */
  gesture: number;
  /** Step of the last move of the drag. */
  step: number;
  x: number;
  /** "λ_FSD 0.1 → 0.3" */
  text: string;
  from: number | string;
  value: number | string;
}

/** A time chart. Domains are over the shown series only; `yDomain` is null where nothing can be drawn yet. */
export interface TimeChartModel {
  /** All runs, hidden ones with `visibility: "hidden"`, in racing order. */
  series: readonly ChartSeries[];
  /** A grid of fixed learning rates, null where there is none. */
  band: GridBand | null;
  xDomain: readonly [number, number];
  /** Smallest positive and largest finite value, for a log axis. */
  yDomain: readonly [number, number] | null;
  /** "step", "epoch", "time (s)", "gradient evaluations" */
  xTitle: string;
  yTitle: string;
  markers: readonly MarkerModel[];
  /** x of the meta-updates of the focus run, at most 200; for the learning rate chart. */
  metaTicks: readonly number[];
  /** One or two sentences for a screen reader. */
  summary: string;
}

/** Q and its three terms at one meta-update; `total` is their sum and equals the `objective` column. */
export interface ObjectivePoint {
  step: number;
  x: number;
  loss: number;
  /** λ_FSD·FSD */
  fsd: number;
  /** λ_WSD·WSD */
  wsd: number;
  total: number;
  /** FSD and WSD without their λ, and the λ that acted in that step. */
  raw: { fsd: number; wsd: number };
  lambdas: Lambdas;
}

/** The proximal objective of the focus run; `points` is empty where no APO method races. */
export interface ObjectiveChartModel {
  run: string | null;
  /** "APO-P" */
  name: string | null;
  points: readonly ObjectivePoint[];
  xDomain: readonly [number, number];
  xTitle: string;
  markers: readonly MarkerModel[];
  summary: string;
}

/** One live knob of the focus run. Positions run 0 to 1 along the slider. */
export interface KnobModel {
  name: NumericHyperparamName;
  /** Method of the focus run; with `name` it tells the range. */
  optimizer: OptimizerId;
  /** Accessible name: "λ_FSD", "λ_WSD", "K", "α" */
  symbol: string;
  /** A few words: "price of moving the outputs" */
  description: string;
  /** One sentence for the term's tooltip. */
  summary: string;
  value: number;
  /** The value as shown: "0.30" */
  text: string;
  min: number;
  max: number;
  /** Slider stops: positions are multiples of 1/stops. */
  stops: number;
  position: number;
  /** Value before the last drag, null where it was not moved. */
  was: { value: number; text: string; position: number } | null;
}

/** The live controls. `choices` has two entries where both APO-P and APO-η race. */
export interface KnobPanelModel {
  focusRun: string | null;
  choices: readonly { run: string; name: string }[];
  knobs: readonly KnobModel[];
}

/** A setting that restarts the race. */
export interface SettingModel {
  run: string;
  name: HyperparamName;
  symbol: string;
  label: string;
  value: number | string;
  text: string;
  /** What is accepted; an end named open is itself refused. Null for a choice. */
  range: (Limits & { integer: boolean }) | null;
  /** Null for a number. */
  choices: readonly string[] | null;
  /** The task's default for this method. */
  fallback: number | string;
}

/** A row of the comparison. Null: not known yet, drawn as a dash. */
export interface ComparisonRow extends SeriesIdentity {
  /** Mean over at most 1,000 training examples at the latest evaluation. */
  trainLoss: number | null;
  testLoss: number | null;
  /** Accuracy in [0, 1] or RMSE. */
  testMetric: number | null;
  learningRate: number | null;
  /** How its settings were chosen: "grid of 8, seed 0, …", or "by hand: η 0.50" where they are not the task's. */
  tuned: string;
  msPerStep: number | null;
  forwardPasses: number | null;
  backwardPasses: number | null;
  tensorBytes: number | null;
  /** Columns in which it is the best of the rows. */
  best: readonly ("trainLoss" | "testLoss" | "testMetric" | "msPerStep")[];
}

export interface ComparisonModel {
  rows: readonly ComparisonRow[];
  /** Step of the latest evaluation, from which the losses and the metric are. */
  evaluatedAt: number | null;
  metric: "accuracy" | "rmse";
  /** "Accuracy" or "RMSE" */
  metricTitle: string;
  /** "Same data, start and batches; loss at step 0 is 2.303 for all." */
  fairness: string;
}

/** A run's value at the hovered step, or its latest; `value` is null where there is none. */
export interface ReadoutRow extends SeriesIdentity {
  step: number;
  x: number;
  value: number | null;
  /** At least 4 significant digits, "–" where there is none. */
  text: string;
}

/** Read-outs of a chart. `hover` is null when nothing is hovered and `rows` are the latest values. */
export interface ReadoutModel {
  hover: { step: number } | null;
  rows: readonly ReadoutRow[];
}
