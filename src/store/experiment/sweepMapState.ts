import type { ExperimentConfig } from "../../config/experiment/experiment";
import type { SweepCell, SweepGrid } from "../../config/experiment/sweepGrid";
import type { RecordedMap } from "../../config/recording/recordedMap";
import type { Backend } from "../../config/tables/backends";
import type { Hyperparams } from "../../config/tables/hyperparams";
import type { OptimizerId } from "../../config/tables/optimizers";

/** What the colours of the map stand for. */
const SWEEP_QUANTITIES = ["loss", "learningRate"] as const;

export type SweepQuantity = (typeof SWEEP_QUANTITIES)[number];

/** What a map was made for. Another experiment makes it stale, not another place of the two sliders. */
export interface SweepPurpose {
  config: Pick<ExperimentConfig, "task" | "taskOptions" | "seed" | "batchSize" | "steps">;
  /** Of the task `csv`: the file's id and its columns. */
  csv: string | null;
  optimizer: OptimizerId;
  hyperparams: Hyperparams;
  grid: SweepGrid;
  /** Steps of each cell. */
  steps: number;
}

/** The map of where training ends over λ_FSD and λ_WSD, as far as it is trained; it outlives the experiment it was made for. */
export interface SweepMapState {
  status: "none" | "running" | "done" | "cancelled" | "failed";
  /** Id of the latest sweep; what another says is dropped. */
  sweep: string;
  purpose: SweepPurpose | null;
  cells: readonly SweepCell[];
  /** Steps of cells taken, and of the whole map. */
  done: number;
  total: number;
  /** What is being done: "Row 3 of 8". */
  detail: string;
  /** Where it ran and how long, once it is done. */
  backend: Backend | null;
  seconds: number | null;
  shows: SweepQuantity;
  /** Steps per cell that the next map takes; null: the task's own. */
  steps: number | null;
  /** The map that ships, with the ranges of its seeds; null before it is fetched. */
  recorded: RecordedMap | null;
  /** The cells are those of `recorded`, not trained on this page. */
  isRecorded: boolean;
}

/** Before anyone asks for a map. */
export const NO_SWEEP_MAP: SweepMapState = {
  status: "none",
  sweep: "s0",
  purpose: null,
  cells: [],
  done: 0,
  total: 0,
  detail: "",
  backend: null,
  seconds: null,
  shows: "loss",
  steps: null,
  recorded: null,
  isRecorded: false,
};
