import { expect, test } from "vitest";
import { appendRows, EMPTY_LOG } from "../experiment/columns";
import { smoothColumn, smoothPoints } from "./smoothing";

const steps = (count: number) => Array.from({ length: count }, (_, step) => step);
const pointsAt = (at: number[], values: number[]) =>
  at.map((step) => ({ step, x: step, y: values[step] ?? Number.NaN }));

test("a constant loss stays constant from the first step on", () => {
  const values = steps(600).map(() => 2.5);
  const log = appendRows(EMPTY_LOG, { step: steps(600), trainLoss: values });
  for (const { y } of smoothPoints(pointsAt([0, 1, 255, 256, 599], values), log)) expect(y).toBeCloseTo(2.5, 12);
});

test("the average runs over every row, across chunks, not only over the drawn ones", () => {
  const values = steps(600).map((step) => (step % 2 === 0 ? 1 : 3));
  const log = appendRows(EMPTY_LOG, { step: steps(600), trainLoss: values });
  const [point] = smoothPoints(pointsAt([598], values), log);
  // x = 0.9 y + 0.1·1 and y = 0.9 x + 0.1·3 in the steady state: x = (0.27 + 0.1) / 0.19 = 1.947…
  expect(point?.y).toBeCloseTo(0.37 / 0.19, 6);
});

test("a loss that is not finite is passed over", () => {
  const values = [1, Number.NaN, Number.POSITIVE_INFINITY, 1];
  const log = appendRows(EMPTY_LOG, { step: steps(4), trainLoss: values });
  expect(smoothPoints(pointsAt([3], values), log)[0]?.y).toBeCloseTo(1, 12);
});

test("of rows that were thinned each counts for the steps up to it", () => {
  const rows = steps(256);
  const log = appendRows(EMPTY_LOG, { step: rows.map((row) => 100 * row), trainLoss: rows.map((row) => row % 7) });
  const average = smoothColumn({ ...log, thinned: { rows: 256, of: 25_600 } }, "trainLoss");
  // of the row before 0.9^100 is left, 3e-5
  for (const row of [1, 100, 255]) expect(average(row)).toBeCloseTo(row % 7, 3);
});
