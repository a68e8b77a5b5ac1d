import { expect, test } from "vitest";
import { appendRows, EMPTY_LOG } from "../experiment/columns";
import { bucketSize, POINT_LIMIT, sampleColumn } from "./downsample";

function logOf(values: (number | null)[]) {
  return appendRows(EMPTY_LOG, { step: values.map((_, row) => row), trainLoss: values });
}

test("a short run keeps every value", () => {
  const samples = sampleColumn(logOf([3, 2, 1]), "trainLoss");
  expect(samples).toEqual([
    { row: 0, value: 3 },
    { row: 1, value: 2 },
    { row: 2, value: 1 },
  ]);
});

test.each([149, 150, 299, 1000, 5000, 76_000, 100_001])(
  "%i rows give at most 300 points, first and last among them",
  (rows) => {
    const values = Array.from({ length: rows }, (_, row) => Math.sin(row * 12.9898) * 1000);
    const samples = sampleColumn(logOf(values), "trainLoss");
    expect(samples.length).toBeLessThanOrEqual(POINT_LIMIT);
    expect(samples.length).toBeGreaterThanOrEqual(Math.min(rows, 140));
    expect(samples[0]).toEqual({ row: 0, value: values[0] });
    expect(samples.at(-1)).toEqual({ row: rows - 1, value: values.at(-1) });
    expect(samples.map(({ row }) => row)).toEqual(samples.map(({ row }) => row).toSorted((a, b) => a - b));
    expect(new Set(samples.map(({ row }) => row)).size).toBe(samples.length);
  },
);

test.each([3000, 90_000])("a spike of one row up and one down survive in %i rows", (rows) => {
  const values: number[] = Array.from({ length: rows }, () => 1);
  values[rows - 777] = 50;
  values[1234] = -50;
  const samples = sampleColumn(logOf(values), "trainLoss");
  expect(samples).toContainEqual({ row: rows - 777, value: 50 });
  expect(samples).toContainEqual({ row: 1234, value: -50 });
});

test("nulls and values that are not finite are skipped", () => {
  const log = logOf([null, 2, Number.NaN, Number.POSITIVE_INFINITY, 1, null]);
  expect(sampleColumn(log, "trainLoss")).toEqual([
    { row: 1, value: 2 },
    { row: 4, value: 1 },
  ]);
  expect(sampleColumn(log, "fsd")).toEqual([]);
  expect(sampleColumn(EMPTY_LOG, "trainLoss")).toEqual([]);
});

test("the same log gives the same array", () => {
  const log = logOf([1, 2]);
  expect(sampleColumn(log, "trainLoss")).toBe(sampleColumn(log, "trainLoss"));
});

test("points of full buckets stay where they are while the run grows", () => {
  const values = Array.from({ length: 1192 }, (_, row) => Math.cos(row * 7.13)); // 149 buckets of 8
  const before = sampleColumn(logOf(values.slice(0, 1000)), "trainLoss");
  const after = sampleColumn(logOf(values), "trainLoss");
  expect(bucketSize(1000)).toBe(bucketSize(1192));
  expect(after.slice(0, 249)).toEqual(before.slice(0, 249));
});
