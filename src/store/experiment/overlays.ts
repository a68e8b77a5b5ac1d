import { isGridRun } from "../../config/experiment/learningRateGrid";
import { runName } from "../words/runName";
import { scheduleOf } from "./interventions";
import type { NewOverlay, Overlay } from "./overlayState";
import type { ExperimentState } from "./state";

/** The state with one overlay more; its id is the next one free. */
export function withOverlay(state: ExperimentState, overlay: NewOverlay): ExperimentState {
  const last = Math.max(0, ...state.overlays.map(({ id }) => Number(id.slice(1))));
  return { ...state, overlays: [...state.overlays, { ...overlay, id: `o${last + 1}`, isHidden: false }] };
}

/** The race of a state as an overlay, as far as it has come. */
export function overlayOf(state: ExperimentState, name: string, origin: Overlay["origin"]): NewOverlay {
  const { config, interventions, runs, sizes } = state;
  return {
    name,
    origin,
    runs: runs
      .filter(({ run }) => !isGridRun(run))
      .map(({ run, optimizer, status, columns, evaluations }) => ({
        ...{ run, optimizer, status, columns, evaluations },
        name: runName(config.optimizers, run),
      })),
    stepsPerEpoch: Math.max(1, Math.floor((sizes?.trainCount ?? 1) / config.batchSize)),
    config: { ...config, interventions: scheduleOf(config, interventions) },
  };
}
