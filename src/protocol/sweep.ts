import type { ExperimentConfig } from "../config/experiment/experiment";
import type { SweepCell, SweepGrid } from "../config/experiment/sweepGrid";
import type { Backend } from "../config/tables/backends";
import type { Hyperparams } from "../config/tables/hyperparams";
import type { OptimizerId } from "../config/tables/optimizers";
import type { Notice, OwnFiles } from "./messages";

/** Page to sweep worker, once: it ends by being terminated. */
export interface SweepRequest extends OwnFiles {
  /** Given by the page; answers carry it. */
  sweep: string;
  /** Task, seed, batches, and the length of the run that schedules go by. Its own runs and moves are not trained. */
  config: ExperimentConfig;
  optimizer: OptimizerId;
  /** Of every cell, its λ_FSD and λ_WSD apart. */
  hyperparams: Hyperparams;
  grid: SweepGrid;
  /** Steps of each cell. */
  steps: number;
  /** Steps of cells that a worker before this one took: of rows that the grid leaves out. */
  stepsBefore?: number;
}

/** Sweep worker to page. */
export type SweepEvent =
  /** `done` counts steps of cells, of `cells × steps` in all; `detail` says what is being done. */
  | { type: "sweepProgress"; sweep: string; done: number; detail: string }
  /** A row of the grid: every λ_FSD at one λ_WSD. */
  | { type: "sweepCells"; sweep: string; cells: SweepCell[] }
  | { type: "sweepDone"; sweep: string; backend: Backend /** Of the whole map. */; seconds: number }
  | { type: "sweepFailure"; sweep: string; notice: Notice };
