import type { ClaimsRecord, ClaimTraining } from "../../../config/claims/record";
import type { Study } from "../../../config/claims/studies";
import type { OptimizerId } from "../../../config/tables/optimizers";

/** One run that is still to be trained; nothing in it depends on another that is. */
export interface Job {
  study: Study;
  /** Of the record that it goes into. */
  file: string;
  /** "candidate 3 of 12", "seed 2" */
  label: string;
  optimizer: OptimizerId;
  steps: number;
  /** Trains it, and gives the record with it. */
  train(): Promise<ClaimsRecord>;
}

/** What runs of a study are trained on. */
export const trainingOf = ({ task, taskOptions, batchSize, steps }: Study): ClaimTraining => ({
  task,
  taskOptions,
  batchSize,
  steps,
});
