import type { ExperimentConfig } from "../config/experiment/experiment";
import type { Backend } from "../config/tables/backends";
import type { Evaluation } from "../config/tables/metrics";
import type { Notice, OwnFiles } from "./messages";

/** Page to a worker of its own, once: trains the race with further seeds, one after the other, until it is ended. */
export interface SeedsRequest extends OwnFiles {
  /** Given by the page; answers carry it. */
  band: string;
  /** The race with every move so far among its `interventions`; its seed is the page's own. */
  config: ExperimentConfig;
  /** Seeds after that of the config. */
  seeds: readonly number[];
}

/** One run with one seed: columns of equal length. */
export interface SeedRun {
  run: string;
  isDiverged: boolean;
  columns: Record<"step" | "trainLoss" | "learningRate", (number | null)[]>;
  /** Ascending by step. */
  evaluations: Evaluation[];
}

/** That worker to the page. */
export type SeedsEvent =
  /** Steps taken, of all seeds. */
  | { type: "seedsProgress"; band: string; done: number; detail: string }
  | { type: "seedRuns"; band: string; seed: number; runs: SeedRun[] }
  | { type: "seedsDone"; band: string; backend: Backend; seconds: number }
  | { type: "seedsFailure"; band: string; notice: Notice };
