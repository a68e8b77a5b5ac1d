import type { ExperimentConfig } from "../../config/experiment/experiment";
import type { Evaluation } from "../../config/tables/metrics";
import type { OptimizerId } from "../../config/tables/optimizers";
import type { ColumnLog } from "./columns";

/** What one run is doing. A run that is not `running` takes no more steps. */
export type RunStatus = "running" | "diverged" | "finished" | "failed";

/** One run of an overlay with what its lines are drawn from. */
export interface OverlayRun {
  /** Differs from the others of its overlay. */
  run: string;
  optimizer: OptimizerId;
  /** As drawn: "APO-P". */
  name: string;
  status: RunStatus;
  columns: ColumnLog;
  /** Ascending by step. */
  evaluations: readonly Evaluation[];
}

/** Runs of another experiment, drawn dashed and faint over the present one. Nothing of it trains. */
export interface Overlay {
  /** "o1", "o2", …: differs from all others of the page. */
  id: string;
  /** In words, behind the name of each of its runs: "seed 3". */
  name: string;
  /** Kept and pinned, what a fork left behind, or read from a file. */
  origin: "pinned" | "fork" | "file";
  isHidden: boolean;
  runs: readonly OverlayRun[];
  /** Steps in one pass over its training split, for the axis of epochs. */
  stepsPerEpoch: number;
  /** Its settings with every move, to tell what differs; null where they are not known. */
  config: ExperimentConfig | null;
  /** Id of the kept run that it is of, where it is of one. */
  kept?: string;
}

/** An overlay that is not on the page yet. */
export type NewOverlay = Omit<Overlay, "id" | "isHidden">;
