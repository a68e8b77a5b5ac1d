import type { HyperparamName } from "../../config/tables/hyperparams";
import type { Lambdas } from "../../config/tables/lambdas";
import type { OptimizerId } from "../../config/tables/optimizers";
import type { ChartAxes } from "../experiment/chartAxes";
import type { RunStatus } from "../experiment/overlayState";

const SHORT_TOKENS: Partial<Record<OptimizerId, string>> = {
  "gradient-descent": "gd",
  "natural-gradient": "ng",
  "hessian-free": "hf",
  "proximal-point": "pp",
};

/** Suffix of a method's `--opt-*` colour and `--dash-*` tokens. Apart from `OPTIMIZERS`, which the first paint does without. */
export const tokenOf = (optimizer: OptimizerId): string => SHORT_TOKENS[optimizer] ?? optimizer;

/** Who a line belongs to. Colour `--opt-<token>`, dash `--dash-<token>`. */
export interface SeriesModel {
  run: string;
  optimizer: OptimizerId;
  /** As drawn: "APO-P"; where a method races more than once with what sets it apart: "SGDm η 0.5". */
  name: string;
  token: string;
  /** 0 for the first run of its method, 1 for the second, …: those share colour and dash, and have each a mark (`runMark`). */
  variant: number;
  visibility: "shown" | "hidden";
  status: RunStatus;
  /** Why it stopped, null where it did not. */
  message: string | null;
  /** Of an overlay: drawn dashed and faint, behind the race. */
  isGhost?: true;
}

/** One drawn point. `x` is on the chosen x-axis, `y` in data units. */
export interface ChartPoint {
  step: number;
  x: number;
  y: number;
}

/** A line of a chart: at most 300 points, spikes kept. The same array as long as the run did not change. */
export interface ChartSeries extends SeriesModel {
  points: readonly ChartPoint[];
  /** What was measured, where the line is a running average of it; else null. */
  raw: readonly ChartPoint[] | null;
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
  /** All runs, hidden ones with `visibility: "hidden"`, in racing order; behind them those of overlays. */
  series: readonly ChartSeries[];
  /** A grid of fixed learning rates, null where there is none. */
  band: GridBand | null;
  /** Of the shown runs that were trained with further seeds. */
  seedBands: readonly SeedBandModel[];
  axes: ChartAxes;
  /** A part of the x-axis is drawn: a straight y-axis need not begin at 0. */
  isPart: boolean;
  /** All that is measured, drawn or not. */
  xDomain: readonly [number, number];
  /** Smallest and largest value in the drawn part that the y-axis has a place for; where it is cut, 5 to 95 % of them. */
  yDomain: readonly [number, number] | null;
  /** "step", "epoch", "time (s)", "gradient evaluations" */
  xTitle: string;
  yTitle: string;
  /** Lines are running averages, those of runs that diverged aside. */
  isSmooth: boolean;
  markers: readonly MarkerModel[];
  /** x of the meta-updates of the focus run, at most 200; for the learning rate chart. */
  metaTicks: readonly number[];
  /** One or two sentences for a screen reader. */
  summary: string;
}

/** Q and its three terms at one meta-update; `total` is their sum and equals the `objective` column. */
export interface ObjectiveStack {
  step: number;
  x: number;
  loss: number;
  /** λ_FSD·FSD */
  fsd: number;
  /** λ_WSD·WSD */
  wsd: number;
  total: number;
}

/** What a run of this page tells of it too. */
export interface ObjectivePoint extends ObjectiveStack {
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
  axes: ChartAxes;
  xDomain: readonly [number, number];
  xTitle: string;
  markers: readonly MarkerModel[];
  summary: string;
}

/** A run's value at the hovered step, or its latest, as its line has it; `value` is null where there is none. */
export interface ReadoutRow extends SeriesModel {
  step: number;
  x: number;
  value: number | null;
  /** At least 4 significant digits, "–" where there is none. */
  text: string;
}

/** Read-outs of a chart. `hover` is null when nothing is hovered and `rows` are the latest values. */
export interface ReadoutModel {
  hover: { step: number } | null;
  /** Values are running averages, like the lines. */
  isSmooth: boolean;
  rows: readonly ReadoutRow[];
}

/** Where the grid stands at a step: its smallest and its largest value over the runs that did not diverge. */
export interface BandPoint {
  step: number;
  x: number;
  low: number;
  high: number;
}

/** A run trained with further seeds: its mean, and the range of all. */
export interface SeedBandModel {
  run: string;
  token: string;
  /** Seeds. */
  count: number;
  points: readonly BandPoint[];
  mean: readonly ChartPoint[];
}

/** A grid of fixed learning rates in a chart: one band and the rate that is best so far, never a line for each run. */
export interface GridBand extends SeriesModel {
  /** "SGD" */
  method: string;
  /** Runs of the grid, those that diverged included. */
  size: number;
  points: readonly BandPoint[];
  /** The line that stands out: the lower edge of the losses, the best rate itself. */
  edge: readonly ChartPoint[];
  /** Of the run with the lowest loss so far; null before the first step and where all diverged. */
  bestRate: number | null;
  /** Name at the end of the edge: "fixed η 0.05". */
  label: string;
}

/** What a time chart draws: one line per run. */
export type Quantity = "loss" | "learningRate" | "accuracy";
