import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { ExperimentConfig } from "../../config/experiment/experiment";
import { DEFAULT_TASK_OPTIONS } from "../../config/tables/taskOptions";
import { initialState } from "./initialState";
import type { ExperimentState } from "./state";

/** Holds one `ExperimentState`; knows neither React nor the worker. */
export type ExperimentStore = StoreApi<ExperimentState>;

/** A store for one experiment. */
export function createExperimentStore(state: ExperimentState): ExperimentStore {
  return createStore<ExperimentState>(() => state);
}

/** Stands until the session has read the link. */
const NOTHING: ExperimentConfig = {
  version: 1,
  task: "sine",
  seed: 7,
  steps: 0,
  batchSize: 1,
  backend: "auto",
  taskOptions: DEFAULT_TASK_OPTIONS,
  optimizers: [],
  learningRateGrid: false,
  interventions: [],
};

/** The page's experiment, new at most once a frame: counters and controls. */
export const experimentStore = createExperimentStore(initialState(NOTHING));

/** The same state at most 10 times a second, and at once after an action or a pause: charts and tables. */
export const chartStore = createExperimentStore(experimentStore.getState());

/** Selects from the state of this frame. The selector must return the same value for the same state. */
export function useExperiment<Selected>(selector: (state: ExperimentState) => Selected): Selected {
  return useStore(experimentStore, selector);
}

/** Selects from the throttled state, for what is expensive to draw. The selector must return the same value for the same state. */
export function useCharts<Selected>(selector: (state: ExperimentState) => Selected): Selected {
  return useStore(chartStore, selector);
}
