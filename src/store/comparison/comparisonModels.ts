import type { Metric } from "../../config/tables/tasks";
import type { SeriesModel } from "../charts/chartModels";

/** A row of the comparison. Null: not known yet, drawn as a dash. */
export interface ComparisonRow extends SeriesModel {
  /** Step of its evaluation where that is not the table's, as of a run that has stopped; null where it is. */
  measuredAt: number | null;
  /** Mean over at most 1,000 training examples at the latest evaluation; of a run that diverged, at its last finite one. */
  trainLoss: number | null;
  testLoss: number | null;
  /** Accuracy in [0, 1], RMSE or BLEU. */
  testMetric: number | null;
  learningRate: number | null;
  /** What it trains with beside η: "β 0.9", "damping 0.010"; empty where the method has neither. */
  settings: string;
  /** How they were chosen: "20 candidates, seed 0, …", or "by hand: η 0.50" and how the others were, where they are not the task's. */
  tuned: string;
  msPerStep: number | null;
  forwardPasses: number | null;
  backwardPasses: number | null;
  peakBytes: number | null;
  /** Columns in which it is the best of the rows. */
  best: readonly ("trainLoss" | "testLoss" | "testMetric" | "msPerStep")[];
}

export interface ComparisonModel {
  rows: readonly ComparisonRow[];
  /** Step of the latest evaluation, from which the losses and the metric are. */
  evaluatedAt: number | null;
  metric: Metric;
  /** "Same data, start and batches; loss at step 0 is 2.303 for all." */
  fairness: string;
}
