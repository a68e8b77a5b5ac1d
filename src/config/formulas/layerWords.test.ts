import { expect, it } from "vitest";
import { layerName } from "./layerWords";

it.each([
  ["dense1", "dense layer 1", "dense 1"],
  ["dense12", "dense layer 12", "dense 12"],
  ["conv2", "convolution 2", "conv 2"],
  ["stage2.block1.conv2", "stage 2, block 1, convolution 2", "2.1 conv 2"],
  ["stage4.block1.shortcut.norm", "stage 4, block 1, shortcut, norm", "4.1 skip norm"],
  ["stage5.conv3", "stage 5, convolution 3", "5 conv 3"],
  ["stem.conv", "stem, convolution", "stem conv"],
  ["encoder1.attention.q", "encoder layer 1, attention, queries", "enc 1 att q"],
  ["target.embedding.positions", "target, embedding, positions", "target emb pos"],
  ["batchNorm3", "batch norm 3", "norm 3"],
  ["wx.y", "wx.y", "wx.y"],
  ["all layers", "all layers", "all layers"],
])("the layer %s is called %s, in little room %s", (id, much, little) => {
  expect([layerName(id), layerName(id, "little")]).toEqual([much, little]);
});
