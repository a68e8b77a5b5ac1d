import type { ExperimentConfig } from "../experiment/experiment";
import type { SweepCell, SweepGrid } from "../experiment/sweepGrid";
import type { Hyperparams } from "../tables/hyperparams";
import type { OptimizerId } from "../tables/optimizers";

/** The preset whose sweep map ships (`public/recorded`, made by `npm run -s recording -- --map`): the first, and its task. */
export const MAPPED_PRESET = { id: "lambda-fsd-jump", task: "sine" } as const;

/** How far apart seeds put the loss of one cell after so many steps. */
interface SeedsRange {
  steps: number;
  /**
   * Median over cells of the seeds' range of the natural logarithm of the loss, each beside the mean of its seed's map; cells that
   * diverged on a seed aside.
   */
  logLoss: number;
}

/** A sweep map that was trained before, with what further seeds say of it. */
export interface RecordedMap {
  format: "apo-map/1";
  config: Pick<ExperimentConfig, "task" | "taskOptions" | "seed" | "batchSize" | "steps">;
  optimizer: OptimizerId;
  hyperparams: Hyperparams;
  grid: SweepGrid;
  /** Steps of each cell. */
  steps: number;
  /** Of the experiment's own seed, as the page trains them. */
  cells: readonly SweepCell[];
  /** That the ranges were measured on, the experiment's own first. */
  seeds: readonly number[];
  ranges: readonly SeedsRange[];
}
