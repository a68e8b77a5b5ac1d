import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { type SweepCell, type SweepGrid, sweepGrid } from "../../config/experiment/sweepGrid";
import { hasMetaUpdates } from "../../config/tables/hyperparamRange";
import { CREATE_TASK } from "../../core/tasks/registry";
import { createRace } from "../../core/training/race";
import { sweep } from "../../worker/sweep/sweep";
import { startNodeBackend } from "../nodeBackend";
import { readPublicFile } from "../readPublicFile";
import { presetOf } from "../recording/recordPreset";

/** What a map is trained for, as the page asks for it: a preset's experiment, and the run whose sliders it shows first. */
export function mapOf(preset: string) {
  const { config } = resolveExperiment(presetOf(preset).experiment);
  const run = config.optimizers.find(({ id }) => hasMetaUpdates(id));
  if (!run) throw new Error(`No APO run races in the preset "${preset}".`);
  return { config, optimizer: run.id, hyperparams: run.hyperparams, grid: sweepGrid(run.id) };
}

/** A map that can be trained. */
export type MapToTrain = ReturnType<typeof mapOf>;

/** Trains the cells of a grid by the page's own sweep, on WASM in this process, row by row. Throws what stopped it. */
export async function trainCells(
  { config, optimizer, hyperparams, grid: whole }: MapToTrain,
  { seed, steps, grid = whole }: { seed: number; steps: number; grid?: SweepGrid },
): Promise<SweepCell[]> {
  const cells: SweepCell[] = [];
  const machine = {
    createTask: CREATE_TASK,
    createRace,
    openDevice: async () => ({
      backend: await startNodeBackend("wasm"),
      ...{ adapter: null, isSoftware: false, reason: "", notices: [], fence: null, lost: null, compiles: false },
    }),
    readFile: readPublicFile,
    now: () => 0,
  };
  const request = { sweep: "s1", config: { ...config, seed }, optimizer, hyperparams, grid, steps };
  await sweep(request, machine, (event) => {
    if (event.type === "sweepFailure") throw new Error(`${event.notice.title}. ${event.notice.detail}`);
    if (event.type === "sweepCells") cells.push(...event.cells);
  });
  return cells;
}
