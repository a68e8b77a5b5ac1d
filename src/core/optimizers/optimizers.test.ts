import { memory } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { COLUMN_NAMES } from "../../config/tables/metrics";
import { OPTIMIZER_IDS, type OptimizerId } from "../../config/tables/optimizers";
import { forEachBackend } from "../testing/forEachBackend";
import { TINY_TASKS, type TinyTaskId, tinyTask } from "../testing/tinyTasks";
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

function start(id: TinyTaskId, optimizer: OptimizerId, changed: Partial<Hyperparams>) {
  const hyperparams = { ...hyperparamDefaults(optimizer), ...changed };
  return createRace(tinyTask(id), {
    seed: 4,
    batchSize: 16,
    steps: STEPS,
    runs: [{ run: "run", optimizer, hyperparams }],
  });
}

/** Columns of a whole run, and what its loss over all data was before and after. */
async function runThrough(id: TinyTaskId, optimizer: OptimizerId, changed: Partial<Hyperparams>, steps = STEPS) {
  const race = start(id, optimizer, changed);
  const before = await race.evaluate("run");
  for (let step = 0; step < steps; step++) await race.takeStep();
  const [rows] = await race.readRows();
  const after = await race.evaluate("run");
  const weights = await race.weights("run");
  race.dispose();
  if (!rows) throw new Error("No rows.");
  return { rows, weights, ratio: after.trainLoss / before.trainLoss };
}

it("has every method of the app in its table", () => {
  expect(new Set(METHODS.map(([, id]) => id))).toEqual(new Set(OPTIMIZER_IDS));
});

forEachBackend(() => {
  for (const [name, optimizer, hyperparams, steps = STEPS] of METHODS)
    describe(name, () => {
      it.each(TINY_TASKS)("lowers the loss and stays finite on the %s", async (id) => {
        const { rows, ratio } = await runThrough(id, optimizer, hyperparams, steps);
        expect(rows.message).toBeUndefined();
        expect(rows.status).toBe("running");
        expect(rows.columns.step).toHaveLength(steps);
        for (const column of COLUMN_NAMES)
          expect(rows.columns[column].filter((value) => value !== null && !Number.isFinite(value))).toEqual([]);
        expect(ratio).toBeLessThan(0.6);
      });

      it.each(["regression", "classification"] as const)(
        "keeps as many tensors after many steps of %s as after 5",
        async (id) => {
          const race = start(id, optimizer, hyperparams);
          const counts: number[] = [];
          const last = Math.min(50, steps);
          for (let step = 1; step <= last; step++) {
            await race.takeStep();
            if (step !== 5 && step !== last) continue;
            await race.readRows();
            counts.push(memory().numTensors);
          }
          race.dispose();
          expect(counts[1]).toBe(counts[0]);
        },
      );

      it.each(["regression", "classification"] as const)(
        "gives the same numbers for the same seed of %s, bit for bit",
        async (id) => {
          const [first, second] = [
            await runThrough(id, optimizer, hyperparams, Math.min(20, steps)),
            await runThrough(id, optimizer, hyperparams, Math.min(20, steps)),
          ];
          for (const column of COLUMN_NAMES.filter((quantity) => quantity !== "seconds"))
            expect(second.rows.columns[column]).toEqual(first.rows.columns[column]);
          expect(second.weights).toEqual(first.weights);
        },
      );
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
