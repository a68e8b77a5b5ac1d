import { expect, test } from "vitest";
import type { SeedRun } from "../../../protocol/seeds";
import { selectLossChart } from "../../charts/chartSelectors";
import { seedsHoldUntil } from "../../charts/seedBandSelectors";
import { columnValues } from "../../experiment/columns";
import type { ExperimentState } from "../../experiment/state";
import { counting, withRows } from "../../testing/testRows";
import { testState } from "../../testing/testState";
import { seedBands } from "./seedBands";

const runOf = (run: string, losses: (number | null)[], accuracy = 0.5): SeedRun => ({
  run,
  isDiverged: losses.includes(null),
  columns: { step: losses.map((_, step) => step), trainLoss: losses, learningRate: losses.map(() => 0.1) },
  evaluations: [{ step: 0, trainLoss: 1, testLoss: 2, testMetric: accuracy }],
});

const SEEDS = [
  [runOf("sgdm", [8, 4, 2], 0.25)],
  [runOf("sgdm", [4, 1, 1], 0.75)],
  [runOf("sgdm", [6, 1, null])], // diverged in its last step
];

test("a band has mean and range over the seeds that have a value in a step, and counts those that diverged", () => {
  const [band] = seedBands(SEEDS);
  const columnOf = (part: "mean" | "low" | "high") => band && columnValues(band[part].columns, "trainLoss");
  expect(columnOf("mean")).toEqual([6, 2, 1.5]);
  expect(columnOf("low")).toEqual([4, 1, 1]);
  expect(columnOf("high")).toEqual([8, 4, 2]);
  expect(band).toMatchObject({ run: "sgdm", count: 3, diverged: 1 });
  expect(band?.mean.evaluations).toEqual([{ step: 0, trainLoss: 1, testLoss: 2, testMetric: 0.5 }]);
  expect(band?.high.evaluations[0]?.testMetric).toBe(0.75);
});

test("bands are drawn for their own race, up to the first move that they lack, and not for another", () => {
  const trained = withRows(testState(["sgdm"]), { sgdm: { step: counting(3), trainLoss: [8, 4, 2] } });
  const seedBand = { ...trained.seedBand, config: trained.config, bands: seedBands(SEEDS) };
  const state: ExperimentState = { ...trained, seedBand };
  const drawn = (one: ExperimentState) => selectLossChart(one).seedBands.map(({ points }) => points);
  expect(seedsHoldUntil(state)).toBe(Number.POSITIVE_INFINITY);
  expect(drawn(state)).toEqual([
    [
      { step: 0, x: 0, low: 4, high: 8 },
      { step: 1, x: 1, low: 1, high: 4 },
      { step: 2, x: 2, low: 1, high: 2 },
    ],
  ]);
  expect(selectLossChart(state).yDomain).toEqual([1, 8]);
  const move = { step: 1, run: "sgdm", name: "learningRate", from: 0.1, value: 0.2, gesture: 1 } as const;
  const moved = { ...state, interventions: [move] };
  expect(seedsHoldUntil(moved)).toBe(1);
  expect(drawn(moved)[0]).toHaveLength(2);
  const other = { ...state, config: { ...state.config, seed: 8 } };
  expect(seedsHoldUntil(other)).toBe(-1);
  expect(drawn(other)).toEqual([]);
  // a race that goes on is the same race; a hidden run has no band
  expect(seedsHoldUntil({ ...state, config: { ...state.config, steps: 999 } })).toBe(Number.POSITIVE_INFINITY);
  expect(drawn({ ...state, display: { ...state.display, hiddenRuns: ["sgdm"] } })).toEqual([]);
});
