import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { getKernelsForBackend } from "@tensorflow/tfjs-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { OPTIMIZER_IDS, OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import { TASK_IDS } from "../../config/tables/taskIds";
import { TASKS } from "../../config/tables/tasks";
import { KERNELS_IN_USE } from "../../core/kernels/inUse";
import { CREATE_TASK } from "../../core/tasks/registry";
import type { Feed, TaskData } from "../../core/tasks/task";
import { useBackend } from "../../core/testing/forEachBackend";
import { type GraphFile, graphTask } from "../../core/testing/graph/graphTask";
import { keepKernelsInUse } from "../../core/testing/keepKernelsInUse";
import { publicData } from "../../core/testing/publicData";
import { tinyTask } from "../../core/testing/tinyTasks";
import { createRace } from "../../core/training/race";
import { selfTestGradients } from "../device/selfTest";

const GRAPHS = join(import.meta.dirname, "../../core/training/fixtures/graph");

/** Every choice that leads a method through other operations than its defaults. */
const VARIANTS: readonly (readonly [OptimizerId, Partial<Hyperparams>])[] = [
  ["sgd", { learningRateSchedule: "step" }],
  ["sgdm", { learningRateSchedule: "cosine", precision: "bf16" }],
  ["adam", { precision: "fp16", weightDecay: 0.1 }],
  ["kfac", { dampingForm: "tikhonov", precision: "bf16" }],
  ["apo-lr", { baseOptimizer: "sgdm", metaOptimizer: "sgd", klDirection: "new-old", metaSchedule: "linear" }],
  ["apo-lr", { baseOptimizer: "rmsprop", metaOptimizer: "adam", learningRateScope: "per-layer" }],
  ["apo-lr", { baseOptimizer: "adam", lambdaWsd: 0.1 }],
  ["apo-p", { scaleParameterization: "raw", lambdaWsd: 0.1, metaOptimizer: "sgd" }],
  ["apo-p", { metaOptimizer: "adam", momentum: 0, klDirection: "new-old", precision: "fp16" }],
  ["natural-gradient", { lambdaWsd: 0 }],
  ["hessian-free", { lambdaWsd: 1, damping: 0, backtracking: "off" }],
];

/** All that the training worker asks of a race: steps, with and without meta-updates, and every picture beside them. */
async function trainAndLook(task: TaskData, runs: typeof VARIANTS, batchSize: number, feed?: Feed) {
  const race = createRace(task, {
    seed: 7,
    batchSize,
    steps: 3,
    feed,
    runs: runs.map(([optimizer, changed], index) => ({
      run: String(index),
      optimizer,
      hyperparams: { ...hyperparamDefaults(optimizer), metaUpdateInterval: 2, solverIterations: 3, ...changed },
    })),
  });
  for (let step = 0; step < 3; step++) {
    race.probeNextStep();
    await race.takeStep();
  }
  const rows = await race.readRows();
  for (const { run } of race.runs) {
    await race.evaluate(run);
    await race.predict(run);
    await race.lookAhead(run);
    await race.preconditionerState(run);
    await race.weights(run);
  }
  race.dispose();
  return rows;
}

let restoreKernels: (() => void)[] = [];
beforeAll(() => {
  restoreKernels = ["cpu", "wasm"].map(keepKernelsInUse);
});
afterAll(() => {
  for (const restore of restoreKernels) restore();
});

describe("the kernels of tfjs that the built page ships are enough", () => {
  const all: typeof VARIANTS = [...OPTIMIZER_IDS.map((id) => [id, {}] as const), ...VARIANTS];

  for (const backend of ["cpu", "wasm"] as const)
    it(`for every method and its variants, through dense layers, convolution and pool, on ${backend}`, async () => {
      await useBackend(backend);
      for (const id of ["regression", "classification", "parabola"] as const)
        expect(await trainAndLook(tinyTask(id), all, 8)).toHaveLength(all.length);
      expect(await selfTestGradients()).not.toHaveLength(0);
    });

  for (const backend of ["cpu", "wasm"] as const)
    it.each(["resnet", "transformer-tied"])(`for every method that trains %s, on ${backend}`, async (name) => {
      await useBackend(backend);
      const { config } = JSON.parse(readFileSync(join(GRAPHS, `${name}.json`), "utf8")) as GraphFile;
      const { task, feed } = graphTask({ config });
      const isOffered = ([id]: (typeof VARIANTS)[number]) => !(task.sequences && OPTIMIZERS[id].isFactored);
      const offered = all.filter(isOffered);
      const rows = await trainAndLook(task, offered, feed.batchSize, feed);
      expect(rows).toHaveLength(offered.length);
      // a step that asks for a kernel that is not there ends its run with what was thrown
      expect(rows.flatMap(({ message = "" }) => (message.includes("failed") ? [message] : []))).toEqual([]);
    });

  it("for every task and its picture", async () => {
    await useBackend("wasm");
    for (const id of TASK_IDS) {
      const options = { ...TASKS[id].defaultOptions, trainImages: 500 };
      const task = await CREATE_TASK[id](7, options, publicData().io);
      task.test.count = Math.min(task.test.count, 10);
      const rows = await trainAndLook(task, [["sgd", {}], ["apo-lr", {}]], 4); // biome-ignore format: one line
      expect(rows.every(({ columns }) => columns.step.length === 3)).toBe(true);
    }
  });

  it("and each of them is a module of that name, with which the build finds it", () => {
    for (const backend of ["cpu", "wasm"] as const) {
      const file = createRequire(import.meta.url).resolve(`@tensorflow/tfjs-backend-${backend}/package.json`);
      for (const { kernelName } of getKernelsForBackend(backend))
        if (KERNELS_IN_USE.includes(kernelName))
          expect(existsSync(join(dirname(file), `dist/kernels/${kernelName}.js`)), kernelName).toBe(true);
    }
  });
});
