import { expect, it } from "vitest";
import { layerName } from "./layerWords";

it.each([
  ["dense1", "dense layer 1", "dense 1"],
  ["dense12", "dense layer 12", "dense 12"],
  ["conv2", "convolution 2", "conv 2"],
  ["all layers", "all layers", "all layers"],
])("the layer %s is called %s, in little room %s", (id, much, little) => {
  expect([layerName(id), layerName(id, "little")]).toEqual([much, little]);
});
