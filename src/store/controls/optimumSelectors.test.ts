import { expect, test } from "vitest";
import { resolveExperiment } from "../../config/experiment/resolveExperiment";
import { CLAIMED_SETTINGS } from "../../config/tables/chosen/claimedSettings";
import { initialState } from "../experiment/initialState";
import type { ExperimentState } from "../experiment/state";
import { selectOptima } from "./optimumSelectors";

const stateOf = (input: object): ExperimentState => initialState(resolveExperiment({ version: 1, ...input }).config);
const optimumIn = (input: object) => selectOptima(stateOf(input))[0];

test("the best η of a run is the one that the records of its task chose, whatever was set by hand", () => {
  const value = CLAIMED_SETTINGS.sine?.methods.sgdm?.hyperparams.learningRate;
  const optimizers = [{ id: "sgdm", hyperparams: { learningRate: 0.4 } }];
  const found = optimumIn({ task: "sine", optimizers });
  expect(found?.optimum?.value).toBe(value);
  expect(found?.knob.value).toBe(0.4);
  expect(found?.says).toBe(
    "On record: 20 candidates, seed 0, best training loss after 1000 steps within the range of seeds 1 to 5 (docs/results.md).",
  );
});

test("what was otherwise in the record is said, and no more", () => {
  const optimizers = [{ id: "sgdm", hyperparams: { momentum: 0.5 } }];
  expect(optimumIn({ task: "sine", optimizers, steps: 300, batchSize: 16, seed: 3 })?.says).toContain(
    "That was with batch size 64, μ 0.9, 1000 steps: another η may be better with the settings here.",
  );
  const linear = { task: "linear", optimizers: [{ id: "sgdm" }] };
  expect(optimumIn(linear)?.says).not.toContain("That was with");
  expect(optimumIn({ ...linear, taskOptions: { conditionNumber: 1000 } })?.says).toContain("Condition number 30");
  const half = [{ id: "sgdm", hyperparams: { precision: "bf16" } }];
  expect(optimumIn({ ...linear, optimizers: half })?.says).toMatch(/That was with .*float32/);
});

test("a network without settings of its own has those that its task's first network was recorded with", () => {
  const says = (taskOptions: object) => optimumIn({ task: "mnist", taskOptions, optimizers: [{ id: "adam" }] })?.says;
  expect(says({ network: "lenet" })).toMatch(/That was with MLP/);
  expect(says({ network: "mlp" })).not.toContain("MLP,");
  const resnet = optimumIn({ task: "cifar10", taskOptions: { network: "resnet18" }, optimizers: [{ id: "sgdm" }] });
  expect(resnet?.says).not.toContain("LeNet");
});

test("where nothing is on record it says so, and there is no optimum", () => {
  for (const [input, why] of [
    [{ task: "csv" }, "not tuned on this file: the setting of cars"],
    [{ task: "cifar100" }, "not tuned on this archive: the setting of cifar10"],
    [{ task: "cifar10", taskOptions: { network: "wrn28" } }, "not tuned"],
  ] as const) {
    const found = optimumIn({ ...input, optimizers: [{ id: "sgdm" }] });
    expect(found?.optimum, why).toBeNull();
    expect(found?.says).toBe(`No best η is on record for this race; its start is ${why}.`);
  }
});

test("training makes no new list", () => {
  const state = stateOf({ task: "sine" });
  const trained = { ...state, step: 9, runs: state.runs.map((run) => ({ ...run, metaSteps: 9 })) };
  expect(selectOptima(trained)).toBe(selectOptima(state));
});
