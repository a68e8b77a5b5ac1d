import type { PreconditionerState } from "../../config/formulas/preconditionerState";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { TASK_SETTINGS } from "../../config/tables/taskSettings";
import type { LayerSpec } from "../nn/layerSpec";
import { initialParams } from "../tasks/init";
import { createRace } from "../training/race";
import { toyTask } from "./toyTask";

type EigenbasisLayer = Extract<PreconditionerState, { kind: "eigenbasis" }>["layers"][number];

/**
 * The factors of every layer that APO-P has learned on `spirals` with an MLP 2-20-24-2, whose middle layer has 504 weights:
 * small enough for exact eigenvalues. The backend must be ready.
 */
export async function trainedLayers(steps: number): Promise<readonly EigenbasisLayer[]> {
  const widths = [2, 20, 24, 2] as const;
  const layers = widths.slice(1).map((outputs, l): LayerSpec => {
    const activation = l === widths.length - 2 ? "linear" : "tanh";
    return { kind: "dense", inputs: widths[l] ?? 0, outputs, activation, bias: true };
  });
  const task = { ...(await toyTask("spirals", 1)), layers, initialParams: initialParams(1, layers) };
  const hyperparams = { ...hyperparamDefaults("apo-p"), ...TASK_SETTINGS.spirals["apo-p"]?.hyperparams };
  const runs = [{ run: "apo-p", optimizer: "apo-p", hyperparams } as const];
  const race = createRace(task, { seed: 1, batchSize: 64, steps, runs });
  try {
    for (let step = 0; step < steps; step++) await race.takeStep();
    const state = await race.preconditionerState("apo-p");
    if (state.kind !== "eigenbasis") throw new Error(`apo-p has a state of kind ${state.kind}.`);
    return state.layers;
  } finally {
    race.dispose();
  }
}
