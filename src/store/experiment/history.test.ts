import { describe, expect, it } from "vitest";
import { SNAPSHOTS_KEPT, snapshotStride } from "../../config/formulas/snapshotSchedule";
import { keepSnapshot, type Snapshot, snapshotAt } from "./history";

const multiples = (stride: number, last: number) =>
  Array.from({ length: Math.floor(last / stride) + 1 }, (_, i) => i * stride);
const stepsOf = (history: readonly Snapshot[]) => history.map(({ step }) => step);
const keepAll = (steps: readonly number[], planned: number) =>
  steps.reduce<readonly Snapshot[]>((history, step) => keepSnapshot(history, { step }, planned), []);

describe("the snapshots that are kept", () => {
  it.each([
    [40, 40, 1],
    [46, 46, 1],
    [47, 47, 2],
    [100, 7, 4],
    [200, 200, 8],
    [600, 0, 16],
    [1000, 1000, 32],
    [2000, 300, 64],
    [200, 500, 16], // a race that goes on beyond its first end
    [100_000, 100_000, 4096],
  ])("of a run of %i steps at step %i are every %i steps, fewer than can be kept", (planned, reached, stride) => {
    expect(snapshotStride(planned, reached)).toBe(stride);
    expect(Math.max(planned, reached) / stride + 2).toBeLessThanOrEqual(SNAPSHOTS_KEPT);
  });

  it.each([
    ["every step", multiples(1, 600)],
    [
      "every third beside the schedule, as a fast machine takes them",
      [...multiples(3, 600), ...multiples(16, 600)].sort((a, b) => a - b),
    ],
    ["the schedule alone, as a slow machine takes them", [...multiples(16, 600), 600]],
    [
      "those of the schedule late and newest first, as they are analysed",
      [...multiples(50, 600), ...multiples(16, 600).reverse()],
    ],
  ])("are the same for two equal runs, and even: %s", (_, taken) => {
    expect(stepsOf(keepAll(taken, 600))).toEqual([...multiples(16, 592), 600]);
  });

  it("has the latest whatever its step, for as long as it is the latest", () => {
    const paused = keepAll([0, 16, 32, 37], 600);
    expect(stepsOf(paused)).toEqual([0, 16, 32, 37]);
    expect(stepsOf(keepSnapshot(paused, { step: 48 }, 600))).toEqual([0, 16, 32, 48]);
    expect(keepSnapshot(paused, { step: 20 }, 600)).toBe(paused);
    const again = { step: 37, isAgain: true };
    expect(keepSnapshot(paused, again, 600).at(-1)).toBe(again);
  });

  it("thins by powers of two where a race goes on beyond its planned steps", () => {
    const history = keepAll(multiples(1, 500), 40);
    expect(stepsOf(history)).toEqual([...multiples(16, 496), 500]);
    expect(history.length).toBeLessThanOrEqual(SNAPSHOTS_KEPT);
  });

  it("gives for a step the last at or before it", () => {
    const history = keepAll(multiples(16, 600), 600);
    expect([null, 200, 30, 15, -1].map((step) => snapshotAt(history, step)?.step)).toEqual([
      592,
      192,
      16,
      0,
      undefined,
    ]);
  });
});
