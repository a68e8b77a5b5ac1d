import { expect, test } from "vitest";
import { hyperparamsOf, setUpActions } from "../testing/testActions";

test("a network is chosen among those there are, and an unknown one is noted", () => {
  const { actions, state } = setUpActions({}, { task: "mnist" });
  actions.setTaskOption("network", "lenet");
  expect(state().config.taskOptions).toMatchObject({ network: "lenet", trainImages: 3000 });
  expect(state().notices).toEqual([]);
  actions.setTaskOption("network", "vgg");
  expect(state().config.taskOptions.network).toBe("mlp");
  expect(state().notices[0]?.detail).toContain("mlp, lenet");
});

test("another network comes with its own length, batch and settings; what was set by hand stays where it can", () => {
  const { actions, state } = setUpActions(
    {},
    { task: "cifar10", optimizers: [{ id: "sgdm", hyperparams: { momentum: 0.5 } }] },
  );
  actions.setTaskOption("network", "resnet18");
  expect(state().config).toMatchObject({ batchSize: 64, taskOptions: { width: "1/8", augment: "on" } });
  expect(hyperparamsOf(state(), "sgdm").momentum).toBe(0.5);
  actions.setTaskOption("width", "1/16");
  actions.setBatchSize(8);
  actions.setTaskOption("network", "wrn28");
  expect(state().config).toMatchObject({ batchSize: 8, taskOptions: { width: "0.5", augment: "on" } });
  actions.setTaskOption("network", "lenet");
  expect(state().config).toMatchObject({ steps: 300, batchSize: 8, taskOptions: { width: "1", augment: "off" } });
  expect(state().notices).toEqual([]);
});

test("on a GPU a network comes in the width for GPUs", () => {
  const environment = { app: "1", backend: "webgpu", adapter: null, runtime: "test", reason: "" } as const;
  const { actions, state } = setUpActions({ environment }, { task: "cifar10" });
  actions.setTaskOption("network", "vgg16");
  expect(state().config.taskOptions.width).toBe("1/4");
  actions.setTaskOption("norm", "batch");
  expect(state().config.taskOptions).toMatchObject({ norm: "batch", width: "1/4" });
});
