import { beforeAll, expect, it } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import { stream } from "../random";
import { initialParams } from "../tasks/init";
import { lenetLayers } from "../tasks/networks/lenet";
import type { TaskData } from "../tasks/task";
import { useBackend } from "../testing/forEachBackend";
import { createRace } from "../training/race";

const LENET = lenetLayers(32, 3);

/** 16 images of noise, each with a class: enough for a step of LeNet-5. */
function lenetTask(): TaskData {
  const x = stream(1, "images").normals(16 * 32 * 32 * 3);
  const split = { x: Float32Array.from(x), y: Int32Array.from({ length: 16 }, (_, n) => n % 10), count: 16 };
  return {
    inputShape: [32, 32, 3],
    train: split,
    test: split,
    layers: LENET,
    loss: "softmaxCrossEntropy",
    initialParams: initialParams(1, LENET),
    picture: { kind: "none" },
  };
}

beforeAll(() => useBackend("wasm"));

it.each([
  ["natural-gradient", { learningRate: 0.3, lambdaWsd: 1 }],
  ["hessian-free", {}],
] as const)("%s trains LeNet-5 by products alone", async (optimizer, changed) => {
  const hyperparams = { ...hyperparamDefaults(optimizer), ...changed, solverIterations: 4 };
  const runs = [{ run: "run", optimizer, hyperparams }];
  const race = createRace(lenetTask(), { seed: 1, batchSize: 8, steps: 2, runs });
  const before = await race.evaluate("run");
  await race.takeStep();
  await race.takeStep();
  const [rows] = await race.readRows();
  const after = await race.evaluate("run");
  race.dispose();
  expect(rows?.message).toBeUndefined();
  expect(after.trainLoss).toBeLessThan(before.trainLoss);
});
