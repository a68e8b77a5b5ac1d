import type { ExperimentConfig, ExperimentInput } from "../experiment/experiment";
import { resolveExperiment } from "../experiment/resolveExperiment";
import { CLAIMED_SETTINGS } from "../tables/chosen/claimedSettings";
import { SWEPT_SETTINGS } from "../tables/chosen/sweptSettings";
import { taskInfo } from "../tables/networks/taskSetup";
import type { OptimizerId } from "../tables/optimizers";
import { settingsIn } from "../tables/taskSettings";
import { settingsOwner, studyOwner } from "./settingsOwner";
import { STUDIES, STUDY_IDS } from "./studies";

/** Settings that a record chose, with what they were chosen on. */
export interface RecordedSettings {
  /** What the record's candidates trained, at the one that was chosen: one run, by the name that was asked for. */
  config: ExperimentConfig;
  /** How it was chosen. */
  tuned: string;
}

/**
 * What docs/claims, or else docs/sweeps, have chosen for a method on an experiment's task or network, by the tables that are written from
 * them. null where nothing of it was recorded.
 */
export function recordedSettings(
  config: ExperimentConfig,
  { id, run }: Pick<ExperimentConfig["optimizers"][number], "id" | "run">,
): RecordedSettings | null {
  const trained = trainedOn(config, id);
  if (trained === null) return null;
  const { task, seed, backend } = config;
  const input = { version: 1, task, seed, backend, ...trained, optimizers: [{ id, run }] } as const;
  const record = resolveExperiment(input).config;
  return { config: record, tuned: settingsIn(taskInfo(record)?.settings ?? {}, id).tuned };
}

/** Length, and options and batch where they are not the task's own. */
function trainedOn(
  { task, taskOptions }: ExperimentConfig,
  id: OptimizerId,
): Pick<ExperimentInput, "steps" | "batchSize" | "taskOptions"> | null {
  const owner = settingsOwner({ task, taskOptions });
  if (owner === null) return null;
  const study = CLAIMED_SETTINGS[owner]?.methods[id] && STUDY_IDS.find((one) => studyOwner(one) === owner);
  if (study) {
    const { steps, batchSize, taskOptions: options } = STUDIES[study];
    return { steps, batchSize, taskOptions: options };
  }
  const steps = SWEPT_SETTINGS[owner]?.[id]?.steps;
  if (steps === undefined) return null;
  const { network, norm } = taskOptions;
  return owner === task ? { steps } : { steps, taskOptions: { network, norm } };
}
