import type { ExperimentConfig } from "../../config/experiment/experiment";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { OptimizerId } from "../../config/tables/optimizers";
import { DEFAULT_TASK_OPTIONS } from "../../config/tables/taskOptions";
import { initialState } from "../experiment/initialState";
import type { ExperimentState } from "../experiment/state";

/** A small config for tests: `sine`, seed 7, 200 steps of the methods named. */
export function testConfig(ids: readonly OptimizerId[] = ["apo-p", "apo-lr", "sgdm"]): ExperimentConfig {
  return {
    version: 1,
    task: "sine",
    seed: 7,
    steps: 200,
    batchSize: 64,
    backend: "auto",
    taskOptions: { ...DEFAULT_TASK_OPTIONS, conditionNumber: 10, trainImages: 2000 },
    optimizers: ids.map((id) => ({ id, run: id, hyperparams: hyperparamDefaults(id) })),
    learningRateGrid: false,
    interventions: [],
  };
}

/** A state of experiment "e1", idle at step 0. */
export function testState(ids?: readonly OptimizerId[]): ExperimentState {
  return {
    ...initialState(testConfig(ids)),
    experiment: "e1",
    status: "idle",
    sizes: { trainCount: 256, testCount: 256, parameterCount: 4353 },
  };
}
