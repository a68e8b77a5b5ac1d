import { expect, it } from "vitest";
import { appendRows, type ColumnLog, cell, columnValues, EMPTY_LOG, rowOfStep } from "../experiment/columns";
import { rowsTaken, valueAtStep } from "../experiment/rows/takenRows";
import { generator } from "../testing/generator";
import { counting } from "../testing/testRows";
import { MOST_ROWS, rowsToThin, thinTogether } from "./thinLog";

/** Rows of so many steps behind a log: a loss with a spike, η, a meta-update every tenth step. */
function longer(log: ColumnLog, count: number, spike: number, value = 1000): ColumnLog {
  const steps = counting(count, rowsTaken(log));
  return appendRows(log, {
    step: steps,
    trainLoss: steps.map((step) => (step === spike ? value : 2 + Math.sin(step))),
    learningRate: steps.map((step) => 1 / (1 + step)),
    objective: steps.map((step) => (step % 10 === 0 ? step : null)),
  });
}

it("a short log has nothing to thin; of a long one whole chunks, and the latest rows stay", () => {
  expect(rowsToThin(longer(EMPTY_LOG, MOST_ROWS - 1, 0))).toBe(0);
  expect(rowsToThin(longer(EMPTY_LOG, MOST_ROWS + 100, 0))).toBe(MOST_ROWS - 2048);
});

it("first, last and extremes stay, steps ascend, chunks are full, and the latest rows are shared", () => {
  const log = longer(EMPTY_LOG, 20_000, 7001);
  const rows = rowsToThin(log);
  const [thin] = thinTogether([log], rows) as [ColumnLog];
  expect(thin.length).toBeLessThan(9000);
  expect(rowsTaken(thin)).toBe(20_000);
  expect(thin.chunks.slice(0, -1).every(({ step }) => step.length === 256)).toBe(true);
  expect(thin.chunks.at(-1)).toBe(log.chunks.at(-1));
  const steps = columnValues(thin, "step") as number[];
  expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => a - b));
  expect([steps[0], steps.at(-1)]).toEqual([0, 19_999]);
  expect(valueAtStep(thin, "trainLoss", 7001)).toBe(1000);
  for (const [row, step] of steps.entries()) expect(cell(thin, "trainLoss", row)).toBe(cell(log, "trainLoss", step));
});

it("thinned again and again it stays bounded, and keeps spikes and values that are not finite", () => {
  let log = longer(EMPTY_LOG, 3000, 1234);
  log = longer(log, 3000, 4321, Number.NaN);
  while (rowsTaken(log) < 200_000) {
    log = longer(log, 997, 0);
    const rows = rowsToThin(log);
    if (rows > 0) log = thinTogether([log], rows)[0] as ColumnLog;
    expect(log.length).toBeLessThan(MOST_ROWS + 997);
  }
  expect(valueAtStep(log, "trainLoss", 1234)).toBe(1000);
  expect(valueAtStep(log, "trainLoss", 4321)).toBeNaN();
  expect(cell(log, "step", rowOfStep(log, 100_000))).toBeGreaterThan(98_000);
});

it("thinned again and again, what is left has the extremes of every 256 steps", () => {
  const { next } = generator(3);
  const values = counting(100_000).map(() => next());
  let log = EMPTY_LOG;
  for (let from = 0; from < values.length; from += 1000) {
    log = appendRows(log, { step: counting(1000, from), trainLoss: values.slice(from, from + 1000) });
    const rows = rowsToThin(log);
    if (rows > 0) log = thinTogether([log], rows)[0] as ColumnLog;
  }
  const left = (from: number) => counting(256, from).flatMap((step) => valueAtStep(log, "trainLoss", step) ?? []);
  for (let from = 0; from < 90_000; from += 256) {
    const all = values.slice(from, from + 256);
    expect([Math.min(...left(from)), Math.max(...left(from))]).toEqual([Math.min(...all), Math.max(...all)]);
  }
});

it("rows about a move stay, and logs that are thinned together keep the same steps", () => {
  const both = [longer(EMPTY_LOG, 20_000, 3000), longer(EMPTY_LOG, 20_000, 9000)];
  const thin = thinTogether(both, rowsToThin(both[0] as ColumnLog), { columns: ["trainLoss"], around: [5000] });
  const [steps, others] = thin.map((log) => columnValues(log, "step"));
  expect(steps).toEqual(others);
  expect(steps?.[0]).toBe(0);
  expect(steps).toEqual(expect.arrayContaining([3000, 9000, ...counting(101, 4950)]));
});
