import { memory } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { COLUMN_NAMES, type ColumnName } from "../../config/tables/metrics";
import { OPTIMIZER_IDS, type OptimizerId } from "../../config/tables/optimizers";
import { forEachBackend } from "../testing/forEachBackend";
import { TINY_TASKS, type TinyTaskId, tinyTask } from "../testing/tinyTasks";
import type { RunRows } from "../training/contract";
import { createRace } from "../training/race";

/** Every method, with its variants, at settings that suit all four problems. */
const METHODS: [name: string, OptimizerId, Partial<Hyperparams>, steps?: number][] = [
  ["SGD", "sgd", { learningRate: 0.2 }],
  ["SGDm", "sgdm", { learningRate: 0.05 }],
  ["SGD, step", "sgd", { learningRate: 0.2, learningRateSchedule: "step" }],
  ["SGDm, cosine", "sgdm", { learningRate: 0.05, learningRateSchedule: "cosine" }],
  ["RMSprop", "rmsprop", { learningRate: 0.02 }],
  ["Adam", "adam", { learningRate: 0.05 }],
  ["Adam, cosine", "adam", { learningRate: 0.05, learningRateSchedule: "cosine" }],
  ["Adam, weight decay", "adam", { learningRate: 0.05, weightDecay: 0.01 }],
  ["KFAC, π", "kfac", { learningRate: 0.05, damping: 0.01, klClip: 0.01 }],
  ["KFAC, Tikhonov", "kfac", { learningRate: 0.05, damping: 0.05, klClip: 0.01, dampingForm: "tikhonov" }],
  ["EKFAC", "ekfac", { learningRate: 0.05, damping: 0.05, klClip: 0.01, inverseUpdatePeriod: 5 }],
  ["Shampoo", "shampoo", { learningRate: 0.1, momentum: 0 }],
  ["APO-η on SGD", "apo-lr", { learningRate: 0.05, metaUpdateInterval: 2 }],
  ["APO-η on SGDm", "apo-lr", { learningRate: 0.02, metaUpdateInterval: 2, baseOptimizer: "sgdm", lambdaFsd: 3 }],
  ["APO-η on RMSprop", "apo-lr", { learningRate: 0.01, metaUpdateInterval: 2, baseOptimizer: "rmsprop", lambdaFsd: 3 }],
  [
    "APO-η on Adam",
    "apo-lr",
    { learningRate: 0.02, metaUpdateInterval: 2, baseOptimizer: "adam", metaOptimizer: "sgd" },
  ],
  ["APO-P, exp", "apo-p", { learningRate: 0.05, momentum: 0 }],
  [
    "APO-P, raw, momentum",
    "apo-p",
    { learningRate: 0.02, scaleParameterization: "raw", metaUpdateInterval: 3, lambdaWsd: 0.1 },
  ],
  ["gradient descent", "gradient-descent", { lambdaWsd: 5 }],
  ["natural gradient", "natural-gradient", { learningRate: 0.5, solverIterations: 8 }, 15],
  ["natural gradient without WSD", "natural-gradient", { learningRate: 0.3, lambdaWsd: 0, solverIterations: 4 }, 15],
  ["Hessian-free", "hessian-free", { lambdaWsd: 0.01, damping: 0.1, solverIterations: 8 }, 15],
  ["Hessian-free, bare", "hessian-free", { lambdaWsd: 1, damping: 0, backtracking: "off", solverIterations: 8 }, 20],
  ["proximal point", "proximal-point", { lambdaWsd: 0.1, solverIterations: 12 }, 15],
];
const STEPS = 60;
/** Steps after which tensors are counted for the first time. */
const FEW = 5;
/** Steps of a second run from the same seed. */
const againOf = (steps: number): number => Math.min(20, steps);

/** With and without convolutions. */
const PROBLEMS = ["regression", "classification"] as const;

function start(id: TinyTaskId, optimizer: OptimizerId, changed: Partial<Hyperparams>) {
  const hyperparams = { ...hyperparamDefaults(optimizer), ...changed };
  return createRace(tinyTask(id), {
    seed: 4,
    batchSize: 16,
    steps: STEPS,
    runs: [{ run: "run", optimizer, hyperparams }],
  });
}

/** A whole run: its columns, loss over all data before and after, tensors at two steps, and weights where a second run ends. */
async function runThrough(id: TinyTaskId, optimizer: OptimizerId, changed: Partial<Hyperparams>, steps: number) {
  const race = start(id, optimizer, changed);
  const before = await race.evaluate("run");
  const rows: RunRows[] = [];
  const tensors: number[] = [];
  let weights: Float32Array[] = [];
  for (let step = 1; step <= steps; step++) {
    await race.takeStep();
    if (step === FEW || step === steps) {
      rows.push(...(await race.readRows()));
      tensors.push(memory().numTensors);
    }
    if (step === againOf(steps)) weights = await race.weights("run");
  }
  const after = await race.evaluate("run");
  race.dispose();
  const column = (name: ColumnName) => rows.flatMap(({ columns }) => columns[name]);
  return { end: rows.at(-1), column, tensors, weights, ratio: after.trainLoss / before.trainLoss };
}

it("has every method of the app in its table", () => {
  expect(new Set(METHODS.map(([, id]) => id))).toEqual(new Set(OPTIMIZER_IDS));
});

forEachBackend(() => {
  for (const [name, optimizer, hyperparams, steps = STEPS] of METHODS)
    describe(name, () => {
      const whole = new Map<TinyTaskId, ReturnType<typeof runThrough>>();
      /** Trained for the first test of a problem that asks. */
      const trained = (id: TinyTaskId) => {
        const run = whole.get(id) ?? runThrough(id, optimizer, hyperparams, steps);
        whole.set(id, run);
        return run;
      };

      it.each(TINY_TASKS)("lowers the loss and stays finite on the %s", async (id) => {
        const { end, column, ratio } = await trained(id);
        expect(end?.message).toBeUndefined();
        expect(end?.status).toBe("running");
        expect(column("step")).toHaveLength(steps);
        for (const name of COLUMN_NAMES)
          expect(column(name).filter((value) => value !== null && !Number.isFinite(value))).toEqual([]);
        expect(ratio).toBeLessThan(0.6);
      });

      it.each(PROBLEMS)("keeps as many tensors after many steps of %s as after 5", async (id) => {
        const [few, many] = (await trained(id)).tensors;
        expect(many).toBe(few);
      });

      it.each(PROBLEMS)("gives the same numbers for the same seed of %s, bit for bit", async (id) => {
        const [first, second] = [await trained(id), await runThrough(id, optimizer, hyperparams, againOf(steps))];
        for (const name of COLUMN_NAMES.filter((quantity) => quantity !== "seconds"))
          expect(second.column(name)).toEqual(first.column(name).slice(0, againOf(steps)));
        expect(second.weights).toEqual(first.weights);
      });
    });

  it("leaves no tensor behind when a race is disposed", async () => {
    const before = memory().numTensors;
    for (const [, optimizer, hyperparams] of METHODS) {
      const race = start("regression", optimizer, hyperparams);
      for (let step = 0; step < 3; step++) await race.takeStep();
      race.dispose();
    }
    expect(memory().numTensors).toBe(before);
  });
});
