import { ready, setBackend } from "@tensorflow/tfjs-core";
import "../kernels/cpu/cpuBackend";
import "@tensorflow/tfjs-backend-webgpu";
import { expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { OPTIMIZER_IDS } from "../../config/tables/optimizers";
import { loadGpuKernels } from "../kernels/gpuKernels";
import { keepKernelsInUse } from "../testing/keepKernelsInUse";
import { type TinyTaskId, tinyTask } from "../testing/tinyTasks";
import { createRace } from "./race";

const STEPS = 4;

/** Training losses of every optimizer on a small network; `metaUpdateInterval` 2 makes steps with and without meta-update. */
async function losses(backend: "cpu" | "webgpu", id: TinyTaskId): Promise<{ run: string; losses: number[] }[]> {
  await loadGpuKernels();
  expect(await setBackend(backend)).toBe(true);
  await ready();
  const restoreKernels = keepKernelsInUse(backend);
  const runs = OPTIMIZER_IDS.map((optimizer) => ({
    run: optimizer,
    optimizer,
    hyperparams: {
      ...hyperparamDefaults(optimizer),
      metaUpdateInterval: 2,
      // near θ the proximal point is one point; far away, among ReLU's kinks, rounding leads the solver to another
      ...(optimizer === "proximal-point" ? { lambdaWsd: 10, solverTolerance: 1e-5 } : {}),
    },
  }));
  const decayed = (["sgdm", "adam"] as const).map((optimizer) => ({
    ...{ run: `${optimizer} with weight decay`, optimizer },
    hyperparams: { ...hyperparamDefaults(optimizer), learningRate: 0.01, weightDecay: 2 },
  }));
  const race = createRace(tinyTask(id), { seed: 7, batchSize: 16, steps: STEPS, runs: [...runs, ...decayed] });
  for (let step = 0; step < STEPS; step++) await race.takeStep();
  const rows = await race.readRows();
  race.dispose();
  restoreKernels();
  return rows.map(({ run, columns }) => ({ run, losses: columns.trainLoss as number[] }));
}

it("takes the same steps with every optimizer on WebGPU as on the CPU, through convolution, pool and softmax", async () => {
  const onGpu = await losses("webgpu", "classification");
  const onCpu = await losses("cpu", "classification");
  for (const [i, { run, losses: expected }] of onCpu.entries()) {
    expect(expected).toHaveLength(STEPS);
    for (const [step, loss] of expected.entries()) {
      const relative = Math.abs((onGpu[i]?.losses[step] as number) - loss) / loss;
      expect(relative, `${run}, step ${step}`).toBeLessThan(1e-3);
    }
  }
});
