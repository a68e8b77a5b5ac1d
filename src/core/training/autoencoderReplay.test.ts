import { expect, it } from "vitest";
import type { GivenProblem } from "../../config/experiment/experiment";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import { stream } from "../random";
import { createGiven } from "../tasks/given";
import { type Float64Method, replayInFloat64 } from "../testing/float64/replay";
import { forEachBackend } from "../testing/forEachBackend";
import { relativeError } from "../testing/numeric";
import { createRace } from "./race";

const STEPS = 20;
const BATCH = 8;
const WIDTHS = [10, 6, 3, 6, 10];

/** An autoencoder in small: `mnist-autoencoder`'s depths, activations and loss on ten pixels, every number written out. */
function autoencoderProblem(): GivenProblem {
  const { normal, uniforms, integer } = stream(11, "autoencoder");
  const rows = (count: number, width: number, scale: number) =>
    Array.from({ length: count }, () => Array.from({ length: width }, () => scale * normal()));
  const images = Array.from({ length: 32 }, () => Array.from(uniforms(10), (x) => (x < 0.4 ? 0 : x)));
  const batches = () => Array.from({ length: STEPS }, () => Array.from({ length: BATCH }, () => integer(32)));
  return {
    layers: WIDTHS.slice(1).map((outputs, i) => ({
      kind: "dense",
      inputs: WIDTHS[i] as number,
      outputs,
      activation: i < WIDTHS.length - 2 ? "tanh" : "linear",
      bias: true,
    })),
    loss: "sigmoidCrossEntropy",
    x: images,
    xShape: [10],
    y: images,
    initialParams: WIDTHS.slice(1).map((outputs, i) => rows(outputs, (WIDTHS[i] as number) + 1, 0.5)),
    batches: batches(),
    fsdBatches: batches(),
    targetNoise: Array.from({ length: STEPS }, () => Array.from({ length: BATCH }, () => Array.from(uniforms(10)))),
  };
}

const APO = { lambdaFsd: 0.5, lambdaWsd: 0.05, metaLearningRate: 0.01, metaUpdateInterval: 2 } as const;
/** Each method, and how far float32 may be from float64, relative, in each loss and in the final weights. */
const CASES: [Float64Method, Partial<Hyperparams>, limit: number][] = [
  ["sgdm", { learningRate: 0.05, momentum: 0.9 }, 1e-4],
  ["adam", { learningRate: 0.01 }, 1e-4],
  ["kfac", { learningRate: 0.05, damping: 0.05, klClip: 1e-2, curvatureEma: 0.9 }, 2e-3],
  ["apo-lr", { ...APO, learningRate: 0.05, metaLearningRate: 0.1 }, 1e-4],
  ["apo-p", { ...APO, learningRate: 0.02, momentum: 0.5 }, 1e-4],
];

const given = autoencoderProblem();

forEachBackend(() => {
  it.each(CASES)("an autoencoder of Bernoulli pixels on %s follows float64", async (optimizer, changed, limit) => {
    const hyperparams = { ...hyperparamDefaults(optimizer), ...changed };
    const want = replayInFloat64(given, optimizer, hyperparams, STEPS);
    const { task, feed } = createGiven(given, { steps: STEPS, fsdBatches: true, targetNoise: true });
    const runs = [{ run: "run", optimizer, hyperparams }];
    const race = createRace(task, { seed: 0, batchSize: feed.batchSize, steps: STEPS, runs, feed });
    for (let step = 0; step < STEPS; step++) await race.takeStep();
    const [rows] = await race.readRows();
    const weights = await race.weights("run");
    race.dispose();
    const worst = want.trainLoss.map((loss, step) =>
      Math.abs((rows?.columns.trainLoss[step] ?? Number.NaN) / loss - 1),
    );
    expect(Math.max(...worst), "loss").toBeLessThan(limit);
    expect(want.trainLoss.at(-1)).toBeLessThan(want.trainLoss[0] as number);
    for (const [l, layer] of want.finalParams.entries())
      expect(relativeError(weights[l] ?? [], layer.flat()), "weights").toBeLessThan(limit);
  });
});
