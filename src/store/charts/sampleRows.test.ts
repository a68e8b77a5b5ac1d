import { expect, test } from "vitest";
import { appendRows, EMPTY_LOG } from "../experiment/columns";
import { POINT_LIMIT } from "./downsample";
import { bucketEdges, sampleRows } from "./sampleRows";

const logOf = (values: (number | null)[]) =>
  appendRows(EMPTY_LOG, { step: values.map((_, row) => row), trainLoss: values });

const waves = (rows: number) => Array.from({ length: rows }, (_, row) => Math.sin(row * 12.9898));

test("a window of few rows has every one of them, and one neighbour at either side", () => {
  const log = logOf(waves(20_000));
  const rows = sampleRows(log, "trainLoss", { from: 7000, to: 7100, isLog: false }).map(({ row }) => row);
  expect(rows).toEqual(Array.from({ length: 102 }, (_, index) => 6999 + index));
});

test.each([
  [0, 20_000, false],
  [13, 19_999, false],
  [255, 9000, false],
  [0, 20_000, true],
  [1, 20_000, true],
  [500, 20_000, true],
  [0, 149, true],
])("rows %i to %i give at most 300 points, and the spike of one row is among them", (from, to, isLog) => {
  const values = waves(20_000);
  const spike = Math.floor((from + to) / 2);
  values[spike] = 50;
  const samples = sampleRows(logOf(values), "trainLoss", { from, to, isLog });
  expect(samples.length).toBeLessThanOrEqual(POINT_LIMIT);
  expect(samples.length).toBeGreaterThan(100);
  expect(samples).toContainEqual({ row: spike, value: 50 });
  expect(samples.map(({ row }) => row)).toEqual(samples.map(({ row }) => row).toSorted((a, b) => a - b));
});

test("on a log axis the first rows stand alone and the last ones share a bucket", () => {
  const edges = bucketEdges(0, 20_000, true);
  expect(edges.slice(0, 6)).toEqual([0, 2, 3, 4, 5, 6]);
  expect((edges.at(-1) ?? 0) - (edges.at(-2) ?? 0)).toBeGreaterThan(1000);
  // A bucket takes the same share of the axis wherever it stands: 20,000 is 1.0687 to the 149th.
  expect((edges.at(-2) ?? 0) / (edges.at(-3) ?? 1)).toBeCloseTo(20_000 ** (1 / 148), 2);
});

test("an empty window and an empty log give nothing but the neighbours", () => {
  expect(sampleRows(EMPTY_LOG, "trainLoss", { from: 0, to: 10, isLog: false })).toEqual([]);
  const log = logOf([1, 2, 3]);
  expect(sampleRows(log, "trainLoss", { from: 5, to: 9, isLog: false }).map(({ row }) => row)).toEqual([]);
});
