import { describe, expect, it } from "vitest";
import { createBatches } from "./batches";

const rows = (indices: Int32Array) => Array.from(indices);

describe("createBatches", () => {
  it("visits every row once in an epoch, and leaves the remainder out", () => {
    const batches = createBatches(7, 10, 3);
    expect(batches.stepsPerEpoch).toBe(3); // ⌊10/3⌋
    const seen = [0, 1, 2].flatMap((step) => rows(batches.batch(step)));
    expect(new Set(seen).size).toBe(9);
    for (const row of seen) expect(row >= 0 && row < 10).toBe(true);
  });

  it("shuffles each epoch anew", () => {
    const batches = createBatches(7, 64, 64);
    expect(rows(batches.batch(0))).not.toEqual(rows(batches.batch(1)));
    expect(rows(batches.batch(1)).sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, i) => i));
  });

  it("depends on the step alone, not on the order of calls", () => {
    const forward = createBatches(3, 256, 64);
    const backward = createBatches(3, 256, 64);
    const steps = [0, 1, 4, 9, 17];
    const expected = steps.map((step) => [rows(forward.batch(step)), rows(forward.fsdBatch(step))]);
    const actual = [...steps].reverse().map((step) => [rows(backward.batch(step)), rows(backward.fsdBatch(step))]);
    expect(actual.reverse()).toEqual(expected);
  });

  it("draws B and B′ from streams of their own", () => {
    const batches = createBatches(3, 256, 64);
    const shared = new Set(rows(batches.batch(0)));
    const overlap = rows(batches.fsdBatch(0)).filter((row) => shared.has(row)).length;
    expect(overlap).toBeGreaterThan(4); // hypergeometric: mean 16, standard deviation 3
    expect(overlap).toBeLessThan(28);
  });

  it("lets the caller keep a batch while the next is read", () => {
    const batches = createBatches(3, 8, 8);
    const first = batches.batch(0);
    const copy = rows(first);
    batches.batch(1);
    expect(rows(first)).toEqual(copy);
  });

  it("takes every row where the batch is larger than the data", () => {
    const batches = createBatches(0, 5, 64);
    expect(batches.size).toBe(5);
    expect(rows(batches.batch(12)).sort()).toEqual([0, 1, 2, 3, 4]);
  });
});
