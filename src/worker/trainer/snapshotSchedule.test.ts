import { describe, expect, it } from "vitest";
import { SnapshotSchedule } from "./snapshotSchedule";

/** Steps of the schedule in a run of so many steps, each of so many milliseconds, at that price for each set of snapshots. */
function taken(steps: number, stepMs: number, priceMs: (set: number) => number, fixed?: number): number[] {
  const schedule = new SnapshotSchedule(() => steps, fixed);
  const at: number[] = [];
  let now = 0;
  for (let step = 0; step <= steps; step += 1) {
    if (schedule.isDue(step)) {
      const price = priceMs(at.length);
      now += price;
      schedule.taken(price, now);
      at.push(step);
    }
    now += stepMs;
  }
  return at;
}

const every = (stride: number, last: number) => Array.from({ length: last / stride + 1 }, (_, i) => i * stride);

describe("the schedule of snapshots", () => {
  it("goes by the number of the step: fast and slow runs have the same", () => {
    for (const stepMs of [1, 10, 1000]) expect(taken(640, stepMs, () => 3)).toEqual(every(16, 640));
  });

  it("does not heed one dear set, as the first of a kind is", () => {
    expect(taken(640, 1, (set) => (set % 5 === 0 ? 500 : 1))).toEqual(every(16, 640));
  });

  it("heeds no time at fixed steps, and doubles them where a run would have more than are kept", () => {
    expect(taken(200, 1, () => 500, 50)).toEqual([0, 50, 100, 150, 200]);
    expect(taken(4000, 1, () => 500, 50)).toEqual(every(100, 4000));
  });

  it("leaves out every second step where its sets take more than a quarter of the time twice in a row, and stays so", () => {
    // 20 ms beside 16 steps of 1 ms: 56 %; beside 32: 38 %; beside 64: 24 %
    expect(taken(640, 1, () => 20)).toEqual([0, 16, 32, 64, 96, 128, 192, 256, 320, 384, 448, 512, 576, 640]);
  });
});
