import type { ExperimentConfig } from "../../config/experiment/experiment";
import type { Backend } from "../../config/tables/backends";
import type { Evaluation } from "../../config/tables/metrics";
import type { ColumnLog } from "./columns";

/** Mean, smallest and largest value of a run over seeds, step by step: columns and evaluations of three runs that none is. */
export interface SeedBand {
  run: string;
  /** Seeds that it is over, and how many of them diverged. */
  count: number;
  diverged: number;
  mean: SeedValues;
  low: SeedValues;
  high: SeedValues;
}

/** What a line is drawn from. */
export interface SeedValues {
  columns: ColumnLog;
  evaluations: readonly Evaluation[];
}

/** The race trained with further seeds, as far as it is trained; it outlives the experiment it was made for. */
export interface SeedBandState {
  status: "none" | "running" | "done" | "cancelled" | "failed";
  /** Id of the latest request; what another says is dropped. */
  band: string;
  /** What it was made for, every move so far in it; null: nothing yet. */
  config: ExperimentConfig | null;
  /** Seeds asked for, and those that are trained. */
  seeds: readonly number[];
  trained: readonly number[];
  bands: readonly SeedBand[];
  /** Steps taken, of `seeds × steps`. */
  done: number;
  detail: string;
  backend: Backend | null;
  seconds: number | null;
}

/** Before anyone asks for other seeds. */
export const NO_SEED_BAND: SeedBandState = {
  status: "none",
  band: "b0",
  config: null,
  seeds: [],
  trained: [],
  bands: [],
  done: 0,
  detail: "",
  backend: null,
  seconds: null,
};

/** Most further seeds that a page trains. */
export const MOST_SEEDS = 20;
