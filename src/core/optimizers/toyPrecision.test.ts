import { beforeAll, describe, expect, it } from "vitest";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { OPTIMIZER_IDS, OPTIMIZERS } from "../../config/tables/optimizers";
import { TASK_IDS, type TaskId } from "../../config/tables/taskIds";
import { isHeavy } from "../../config/tables/tasks";
import { spectrumOf } from "../spectrum/spectrum";
import { CREATE_TASK } from "../tasks/registry";
import { useBackend } from "../testing/forEachBackend";
import { publicData } from "../testing/publicData";
import { createRace } from "../training/race";

const TOYS = TASK_IDS.filter((task) => !isHeavy(task));
/** Methods with Kronecker factors: estimated ones, and those that APO-P learns. */
const METHODS = OPTIMIZER_IDS.filter((id) => OPTIMIZERS[id].isFactored || OPTIMIZERS[id].learns === "preconditioner");
const STEPS = 5;

/** Five steps of every method on a task, all at the defaults: status and message by method. */
async function train(task: TaskId, precision: Hyperparams["precision"]) {
  const optimizers = METHODS.map((id) => ({ id, hyperparams: { precision } }));
  const { config } = resolveExperiment({ task, optimizers });
  const data = await CREATE_TASK[task](config.seed, config.taskOptions, publicData().io);
  const runs = config.optimizers.map(({ id, run, hyperparams }) => ({ run, optimizer: id, hyperparams }));
  const race = createRace(data, { seed: config.seed, batchSize: config.batchSize, steps: config.steps, runs });
  try {
    for (let step = 0; step < STEPS; step++) await race.takeStep();
    const rows = await race.readRows();
    const kfac = rows.find(({ run }) => run === "kfac");
    const spectrum = kfac?.status === "running" ? spectrumOf(await race.preconditionerState("kfac")) : [];
    return {
      ends: rows.map(({ run, status, message }) => [run, status === "running" ? "running" : message]),
      spectrum: spectrum.flatMap(({ eigenvalues }) => eigenvalues),
    };
  } finally {
    race.dispose();
  }
}

describe.each(TOYS)("on %s every factored method", (task) => {
  beforeAll(() => useBackend("wasm"));

  it.each(["fp32", "bf16", "fp16"] as const)(
    "takes five steps in 16 bits on every toy task, at its defaults: %s",
    async (precision) => {
      const { ends, spectrum } = await train(task, precision);
      for (const [run, end] of ends) expect([run, end]).toEqual([run, "running"]);
      expect(spectrum.length).toBeGreaterThan(0);
      expect(Math.min(...spectrum)).toBeGreaterThan(0);
    },
  );
});
