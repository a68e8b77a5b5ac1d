import { defaultSweepSteps, sweepGrid, sweepStepChoices } from "../../../config/experiment/sweepGrid";
import { metaRunOf } from "../../experiment/metaRun";
import type { ExperimentState } from "../../experiment/state";
import type { SweepPurpose } from "../../experiment/sweepMapState";

/** What a map of the page as it stands would be made for; null where no APO run races or its file is missing. */
export function purposeOf(state: ExperimentState): SweepPurpose | null {
  const { config, csv, status } = state;
  const run = metaRunOf(state);
  if (!run || status === "needsFile") return null;
  const { task, taskOptions, seed, batchSize, steps } = config;
  return {
    config: { task, taskOptions, seed, batchSize, steps },
    csv: task === "csv" ? JSON.stringify([csv.file?.source.id, config.csv]) : null,
    optimizer: run.optimizer,
    hyperparams: run.hyperparams,
    grid: sweepGrid(run.optimizer),
    steps: sweepStepsOf(state),
  };
}

/** Steps per cell of the next map: as chosen, where the run is long enough for that. */
export function sweepStepsOf({ config, sweepMap }: Pick<ExperimentState, "config" | "sweepMap">): number {
  const { steps } = sweepMap;
  const isOffered = steps !== null && sweepStepChoices(config.steps).includes(steps);
  return isOffered ? steps : defaultSweepSteps(config.task, config.steps);
}
