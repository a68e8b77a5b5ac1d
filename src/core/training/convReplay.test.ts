import { beforeAll, describe, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { createGiven } from "../tasks/given";
import { toTraceOrder } from "../tasks/traceOrder";
import { CONV_STEPS, convProblem } from "../testing/convProblem";
import { type Float64Method, type Float64Trace, replayInFloat64 } from "../testing/float64/replay";
import { forEachBackend } from "../testing/forEachBackend";
import { relativeError } from "../testing/numeric";
import type { RunRows } from "./contract";
import { createRace } from "./race";

/*
 * KFAC's inverses and Adam's denominators amplify rounding, and an unstable run doubles it every step: the settings here
 * are ones at which the float64 run itself is steady, so that a difference is a difference of method.
 */

/** A run, and how far float32 may be from float64: relative, of each loss and of the final weights. */
interface Case {
  optimizer: Float64Method;
  changed: Partial<Hyperparams>;
  limit: number;
}

const APO = { lambdaFsd: 0.5, lambdaWsd: 0.05, metaLearningRate: 0.01 } as const;
const KFAC = { learningRate: 0.05, damping: 0.05, klClip: 1e-2, curvatureEma: 0.9 } as const;
const CASES: Record<string, Case> = {
  sgd: { optimizer: "sgd", changed: { learningRate: 0.2 }, limit: 1e-4 },
  sgdm: { optimizer: "sgdm", changed: { learningRate: 0.05, momentum: 0.9 }, limit: 1e-4 },
  adam: { optimizer: "adam", changed: { learningRate: 0.01 }, limit: 1e-4 },
  "sgdm with weight decay": {
    optimizer: "sgdm",
    changed: { learningRate: 0.05, momentum: 0.9, weightDecay: 0.1 },
    limit: 1e-4,
  },
  "adam with weight decay": { optimizer: "adam", changed: { learningRate: 0.01, weightDecay: 0.5 }, limit: 1e-4 },
  "kfac pi": { optimizer: "kfac", changed: { ...KFAC, dampingForm: "pi" }, limit: 2e-3 },
  "kfac pi, periods 2 and 5": {
    optimizer: "kfac",
    changed: { ...KFAC, dampingForm: "pi", factorUpdatePeriod: 2, inverseUpdatePeriod: 5 },
    limit: 2e-3,
  },
  "kfac tikhonov": {
    optimizer: "kfac",
    changed: { ...KFAC, learningRate: 0.02, dampingForm: "tikhonov" },
    limit: 2e-2,
  },
  "apo-lr": {
    optimizer: "apo-lr",
    changed: { ...APO, metaOptimizer: "rmsprop", metaLearningRate: 0.1, metaUpdateInterval: 2 },
    limit: 1e-4,
  },
  "apo-p exp": {
    optimizer: "apo-p",
    changed: { ...APO, learningRate: 0.02, momentum: 0.5, metaUpdateInterval: 2 },
    limit: 1e-4,
  },
  "apo-p raw, K 5": {
    optimizer: "apo-p",
    changed: { ...APO, learningRate: 0.1, momentum: 0, scaleParameterization: "raw", metaUpdateInterval: 5 },
    limit: 1e-4,
  },
};

const hyperparamsOf = ({ optimizer, changed }: Case): Hyperparams => ({ ...hyperparamDefaults(optimizer), ...changed });
const given = convProblem();
/** What float64 makes of each run; the same for both backends. */
const wanted = Object.values(CASES).map((of) => replayInFloat64(given, of.optimizer, hyperparamsOf(of), CONV_STEPS));
const relative = (actual: number | null | undefined, expected: number) =>
  Math.abs((actual ?? Number.NaN) - expected) / Math.abs(expected);

forEachBackend(() => {
  describe("a net of convolutions, ReLU and max-pool follows a second implementation in float64", () => {
    let rows: RunRows[];
    let weights: Float32Array[][];

    beforeAll(async () => {
      const { task, feed } = createGiven(given, { steps: CONV_STEPS, fsdBatches: true, targetNoise: true });
      const runs = Object.entries(CASES).map(([run, of]) => ({
        run,
        optimizer: of.optimizer,
        hyperparams: hyperparamsOf(of),
      }));
      const race = createRace(task, { seed: 0, batchSize: feed.batchSize, steps: CONV_STEPS, runs, feed });
      for (let step = 0; step < CONV_STEPS; step++) await race.takeStep();
      rows = await race.readRows();
      weights = await Promise.all(runs.map(async ({ run }) => toTraceOrder(task, await race.weights(run))));
      race.dispose();
    });

    it.each(Object.keys(CASES).map((name, i) => [name, i] as const))("%s, over 50 steps", (name, i) => {
      const want = wanted[i] as Float64Trace;
      const { limit } = CASES[name] as Case;
      const { trainLoss, learningRate } = (rows[i] as RunRows).columns;
      expect(trainLoss).toHaveLength(CONV_STEPS);
      const worst = Math.max(...want.trainLoss.map((loss, step) => relative(trainLoss[step], loss)));
      const paramErrors = want.finalParams.map((layer, l) => relativeError(weights[i]?.[l] ?? [], layer.flat()));
      expect(worst, "loss").toBeLessThan(limit);
      for (const error of paramErrors) expect(error, "weights").toBeLessThan(limit);
      want.learningRate.forEach((eta, step) => {
        if (eta !== undefined) expect(relative(learningRate[step], eta)).toBeLessThan(1e-4);
      });
    });
  });
});
