import { expect, test } from "vitest";
import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { OptimizerId } from "../../config/tables/optimizers";
import { byteInputs } from "../../core/data/inputs";
import { nominalCosts } from "../../core/estimate/planner";
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

/** A race as the worker divides it. */
const divided = (task: TaskData, race: Parameters<typeof nominalCosts>[1]) =>
  divideRuns(task, nominalCosts(task, race));

test("of five methods on LeNet-5 one side has KFAC and APO-P, the other the rest; KFAC that inverts at every step has a side alone", () => {
  const runs = runsOf("sgdm", "adam", "kfac", "apo-lr", "apo-p");
  const theirs = (factorUpdatePeriod: number, inverseUpdatePeriod: number) => {
    const periods = { factorUpdatePeriod, inverseUpdatePeriod };
    const changed = runs.map((spec) => ({ ...spec, hyperparams: { ...spec.hyperparams, ...periods } }));
    return [...(divided(LENET, { batchSize: 128, runs: changed }) ?? [])].sort();
  };
  expect(theirs(5, 20)).toEqual(["adam 1", "apo-lr 3", "sgdm 0"]);
  expect(theirs(1, 1)).toEqual(["adam 1", "apo-lr 3", "apo-p 4", "sgdm 0"]);
});

test("images that would take hundreds of megabytes twice stay in one worker", () => {
  const imagesOf = (count: number) => byteInputs(new Uint8Array(3072 * count), [{ mean: 0, deviation: 1 }]);
  const taskWith = (count: number): TaskData => ({ ...LENET, train: { ...split, x: imagesOf(count), count } });
  const race = { batchSize: 128, runs: runsOf("sgdm", "adam", "kfac", "apo-lr", "apo-p") };
  expect(divided(taskWith(5_000), race)).not.toBeNull();
  expect(divided(taskWith(50_000), race)).toBeNull();
});

test("of equal runs each side has half, of as many as a grid has", () => {
  const runs = runsOf(...Array.from({ length: 16 }, () => "sgd" as const));
  expect(divided(LENET, { batchSize: 64, runs })?.size).toBe(8);
});

test("one run, and a race whose steps are over sooner than a message pays, stay in one worker", () => {
  expect(divided(LENET, { batchSize: 128, runs: runsOf("apo-p") })).toBeNull();
  expect(divided(SMALL, { batchSize: 64, runs: runsOf("sgdm", "adam", "kfac", "apo-lr", "apo-p") })).toBeNull();
});
