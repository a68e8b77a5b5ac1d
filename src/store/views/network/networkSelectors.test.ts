import { expect, test } from "vitest";
import type { NetworkOutline } from "../../../config/formulas/networkOutline";
import type { ExperimentState } from "../../experiment/state";
import { testState } from "../../testing/testState";
import { selectNetwork } from "./networkSelectors";

const OUTLINE: NetworkOutline = {
  inputs: [[32, 32, 3]],
  nodes: [
    {
      name: "stage1.block1.conv1",
      kind: "conv",
      shape: [16, 16, 8],
      from: [-1],
      inputs: 3,
      window: 3,
      stride: 2,
      matrices: [{ name: "stage1.block1.conv1", shape: [8, 27], factors: "B", hasInputScale: true }],
    },
    {
      name: "stage1.block1.norm1",
      kind: "batchNorm",
      shape: [16, 16, 8],
      from: [0],
      activation: "relu",
      matrices: [{ name: "stage1.block1.norm1", shape: [8, 2], factors: "none" }],
    },
    { name: "add1", kind: "add", shape: [16, 16, 8], from: [1, 0], matrices: [] },
  ],
  parameters: 232,
  forwardFlop: 110_592,
};

const known = (spectrumLayer: string | null = null): ExperimentState => {
  const state = testState();
  const network = { outline: OUTLINE, batchSize: 8, runs: [] };
  return { ...state, network, display: { ...state.display, spectrumLayer } };
};

test("each node is told by name, shape and what APO-P and KFAC have of it, and the input stands before the first that takes it", () => {
  const rows = selectNetwork(known())?.rows ?? [];
  expect(rows.map(({ title, shape, learned, extras, from }) => [title, shape, learned, extras, from])).toEqual([
    ["input", "32×32×3", null, "", []],
    ["1.1 conv 1: 3×3, 3 → 8", "16×16×8", "APO-P B, S · KFAC t·I, G", "stride 2", [0]],
    ["1.1 norm 1: batch norm", "16×16×8", "APO-P S · KFAC 2×2", "ReLU", [1]],
    ["add", "16×16×8", null, "", [2, 1]],
  ]);
});

test("the layer that is chosen is told in sentences; a layer of another network is none", () => {
  expect(selectNetwork(known("stage1.block1.conv1"))?.chosen).toEqual({
    name: "stage 1, block 1, convolution 1",
    sentence:
      "216 weights, 8×27. APO-P learns B and S, A = I. KFAC has a factor of the outputs; that of the inputs is t·I, for there are too many of them.",
  });
  expect(selectNetwork(known("dense7"))?.chosen).toBeNull();
});

test("of a chain whose shapes alone are known the weights are told, and of nothing nothing", () => {
  const state = testState();
  expect(selectNetwork(state)).toBeNull();
  const layers = [
    { name: "dense1", shape: [64, 2] as [number, number] },
    { name: "dense2", shape: [1, 65] as [number, number] },
  ];
  const recorded = { ...state, runs: state.runs.map((run) => ({ ...run, layers })) };
  expect(selectNetwork(recorded)?.rows.map(({ title }) => title)).toEqual([
    "input",
    "dense 1: weights 64×2",
    "dense 2: weights 1×65",
  ]);
});
