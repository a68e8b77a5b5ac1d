import { expect, test } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { OptimizerId } from "../../config/tables/optimizers";
import { byteInputs } from "../../core/data/inputs";
import { lenetLayers } from "../../core/tasks/networks/lenet";
import type { TaskData } from "../../core/tasks/task";
import { divideRuns } from "./divide";

const split = { x: new Float32Array(0), y: new Int32Array(0), count: 1000 };
const taskOf = (layers: TaskData["layers"], inputShape: readonly number[]): TaskData => ({
  inputShape,
  train: split,
  test: split,
  layers,
  loss: "softmaxCrossEntropy",
  initialParams: [],
  picture: { kind: "none" },
});
const LENET = taskOf(lenetLayers(32, 3), [32, 32, 3]);
const SMALL = taskOf([{ kind: "dense", inputs: 2, outputs: 64, activation: "tanh", bias: true }], [2]);
const runsOf = (...ids: OptimizerId[]) =>
  ids.map((id, i) => ({
    run: `${id} ${i}`,
    optimizer: id,
    hyperparams: { ...hyperparamDefaults(id), metaUpdateInterval: 10 },
  }));

test("of five methods on LeNet-5 one side has KFAC and APO-P, the other the rest", () => {
  const theirs = divideRuns(LENET, { batchSize: 128, runs: runsOf("sgdm", "adam", "kfac", "apo-lr", "apo-p") });
  expect([...(theirs ?? [])].sort()).toEqual(["adam 1", "apo-lr 3", "sgdm 0"]);
});

test("images that would take hundreds of megabytes twice stay in one worker", () => {
  const imagesOf = (count: number) => byteInputs(new Uint8Array(3072 * count), [{ mean: 0, deviation: 1 }]);
  const taskWith = (count: number): TaskData => ({ ...LENET, train: { ...split, x: imagesOf(count), count } });
  const race = { batchSize: 128, runs: runsOf("sgdm", "adam", "kfac", "apo-lr", "apo-p") };
  expect(divideRuns(taskWith(5_000), race)).not.toBeNull();
  expect(divideRuns(taskWith(50_000), race)).toBeNull();
});

test("of equal runs each side has half, of as many as a grid has", () => {
  const runs = runsOf(...Array.from({ length: 16 }, () => "sgd" as const));
  expect(divideRuns(LENET, { batchSize: 64, runs })?.size).toBe(8);
});

test("one run, and a race whose steps are over sooner than a message pays, stay in one worker", () => {
  expect(divideRuns(LENET, { batchSize: 128, runs: runsOf("apo-p") })).toBeNull();
  expect(divideRuns(SMALL, { batchSize: 64, runs: runsOf("sgdm", "adam", "kfac", "apo-lr", "apo-p") })).toBeNull();
});
