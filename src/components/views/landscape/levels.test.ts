import { expect, test } from "vitest";
import { LANDSCAPE_GRID, LANDSCAPES } from "../../../config/tables/landscape";
import { landscapeFrame } from "./landscapeFrame";
import { flipped, lossLevels, sublevel } from "./levels";

const frame = landscapeFrame({ width: 560, height: 420, unit: 1 }, LANDSCAPES.quadratic);
const { columns, rows } = LANDSCAPE_GRID;

/** A function of the plane on the contour grid of the quadratic: 8 by 6 around 0. */
const onGrid = (f: (x: number, y: number) => number) =>
  Float32Array.from({ length: columns * rows }, (_, index) =>
    f(-4 + (8 * (index % columns)) / (columns - 1), -3 + (6 * Math.floor(index / columns)) / (rows - 1)),
  );

test("one unit is as long on both axes, and pixels lead back to the point", () => {
  expect(frame.x(1) - frame.x(0)).toBeCloseTo(frame.perUnit, 9);
  expect(frame.y(0) - frame.y(1)).toBeCloseTo(frame.perUnit, 9);
  expect(frame.pointAt(frame.x(-2.5), frame.y(1.25))).toEqual([expect.closeTo(-2.5, 9), expect.closeTo(1.25, 9)]);
  expect([frame.xTicks, frame.yTicks]).toEqual([
    [-4, -3, -2, -1, 0, 1, 2, 3, 4],
    [-3, -2, -1, 0, 1, 2, 3],
  ]);
});

test("the part at or below a level of a cone is a disc around its tip, to a twentieth of a cell", () => {
  const { points } = sublevel(flipped(onGrid((x, y) => Math.hypot(x - 1, y + 0.5))), 1.5, frame);
  expect(points.length).toBeGreaterThan(60);
  const cell = 8 / (columns - 1);
  for (const [x, y] of points) {
    const [a, b] = frame.pointAt(x, y);
    expect(Math.abs(Math.hypot(a - 1, b + 0.5) - 1.5)).toBeLessThan(cell / 20);
  }
});

test("a level above everything takes the whole plane, one below everything nothing", () => {
  const upsideDown = flipped(onGrid((x, y) => x * x + y * y));
  const [all, none] = [sublevel(upsideDown, 100, frame), sublevel(upsideDown, -1, frame)];
  const xs = all.points.map(([x]) => x);
  expect(Math.min(...xs)).toBeLessThanOrEqual(frame.left);
  expect(Math.max(...xs)).toBeGreaterThanOrEqual(frame.right);
  expect(none).toEqual({ path: "", points: [] });
});

test("loss levels come nearer to the least loss by a factor √10 each", () => {
  const levels = lossLevels(Float32Array.of(2, 12, 7), 2);
  expect(levels[0]).toBeCloseTo(2 + 10 / Math.sqrt(10), 6);
  expect(levels[1]).toBeCloseTo(3, 6);
  expect(levels).toHaveLength(9);
});
