import { expect, test } from "vitest";
import type { DrawnSeries } from "../curves/drawnSeries";
import { nearestRun } from "./nearestRun";

const frame = { x: (value: number) => 10 * value, y: (value: number) => value, box: { unit: 1 } } as Parameters<
  typeof nearestRun
>[0];
const line = (run: string, ...ys: (number | null)[]) =>
  ({ run, points: ys.map((y, x) => ({ x, y })) }) as unknown as DrawnSeries;

test("the line that passes nearest over or under the pointer is pointed at, and none where all are far", () => {
  const drawn = [line("a", 100, 100, 100), line("b", 120, 150, 120), line("gone", 101, null)];
  expect(nearestRun(frame, drawn, [5, 104])).toBe("gone");
  expect(nearestRun(frame, drawn, [15, 104])).toBe("a"); // "gone" has no value there
  expect(nearestRun(frame, drawn, [15, 140])).toBe("b");
  expect(nearestRun(frame, drawn, [25, 109])).toBe("a");
  expect(nearestRun(frame, drawn, [15, 300])).toBeNull();
  expect(nearestRun(frame, drawn, [-5, 100])).toBeNull();
});
