import { describe, expect, it, test } from "vitest";
import {
  appendRows,
  CHUNK_LENGTH,
  cell,
  columnValues,
  EMPTY_LOG,
  firstRows,
  lastValue,
  patchStep,
  replaceRows,
  rowOfStep,
} from "./columns";

const steps = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

test("rows come back in order over chunk borders, whatever the sizes they came in", () => {
  let log = EMPTY_LOG;
  let next = 0;
  for (const size of [1, 255, 1, 600, 3]) {
    log = appendRows(log, {
      step: steps(next, next + size),
      trainLoss: steps(next, next + size).map((step) => step / 2),
    });
    next += size;
  }
  expect(log.length).toBe(860);
  expect(log.chunks.map((chunk) => chunk.step.length)).toEqual([256, 256, 256, 92]);
  expect(columnValues(log, "step")).toEqual(steps(0, 860));
  expect(cell(log, "trainLoss", 257)).toBe(128.5);
});

test("full chunks are shared with the log before, and the log before is not changed", () => {
  const before = appendRows(EMPTY_LOG, { step: steps(0, 2 * CHUNK_LENGTH + 10) });
  const after = appendRows(before, { step: steps(before.length, before.length + 5) });
  expect(after.chunks[0]).toBe(before.chunks[0]);
  expect(after.chunks[1]).toBe(before.chunks[1]);
  expect(before.length).toBe(522);
  expect(before.chunks[2]?.step.length).toBe(10);
  expect(after.chunks[2]?.step.length).toBe(15);
});

test("no rows give the same log", () => {
  const log = appendRows(EMPTY_LOG, { step: [0] });
  expect(appendRows(log, {})).toBe(log);
  expect(appendRows(log, { step: [] })).toBe(log);
});

test("columns that are absent or shorter read as null and stay of equal length", () => {
  const log = appendRows(EMPTY_LOG, { step: [0, 1, 2], objective: [0.5] });
  expect(columnValues(log, "objective")).toEqual([0.5, null, null]);
  expect(columnValues(log, "fsd")).toEqual([null, null, null]);
  expect(cell(log, "step", 3)).toBeNull();
  expect(cell(log, "step", -1)).toBeNull();
});

test("a step finds its row, or that of the step before it", () => {
  const log = appendRows(EMPTY_LOG, { step: [0, 1, 5, 6] });
  expect([-1, 0, 1, 4, 5, 6, 100].map((step) => rowOfStep(log, step))).toEqual([-1, 0, 1, 1, 2, 3, 3]);
  expect(rowOfStep(EMPTY_LOG, 3)).toBe(-1);
});

test("the last value of a sparse column is found behind nulls", () => {
  const log = appendRows(EMPTY_LOG, { step: [0, 1, 2], fsd: [0.1, 0.2, null] });
  expect(lastValue(log, "fsd")).toBe(0.2);
  expect(lastValue(log, "fsd", 0)).toBe(0.1);
  expect(lastValue(log, "wsd")).toBeNull();
});

test("values that come late are filled in at their step in a copy of its chunk alone", () => {
  const before = appendRows(EMPTY_LOG, { step: steps(10, 10 + 2 * CHUNK_LENGTH + 4) });
  const after = patchStep(before, 300, { proximalDistance: 0.5, proximalCosine: null });
  expect(cell(after, "proximalDistance", 290)).toBe(0.5);
  expect(columnValues(after, "proximalDistance").filter((value) => value !== null)).toEqual([0.5]);
  expect(columnValues(after, "step")).toEqual(columnValues(before, "step"));
  expect(cell(before, "proximalDistance", 290)).toBeNull();
  expect(after.chunks.map((chunk, i) => chunk === before.chunks[i])).toEqual([true, false, true]);
  expect(after.chunks[1]?.trainLoss).toBe(before.chunks[1]?.trainLoss);
});

test("values of a step without a row leave the log as it is", () => {
  const log = appendRows(EMPTY_LOG, { step: [0, 2] });
  for (const step of [1, 3]) expect(patchStep(log, step, { proximalDistance: 1 })).toBe(log);
});

describe("rows of a log", () => {
  const step = Array.from({ length: 600 }, (_, at) => at);
  const log = appendRows(EMPTY_LOG, { step, trainLoss: step.map((at) => at / 2), testLoss: step });

  it("are shared by the log of the first of them", () => {
    const first = firstRows(log, 520);
    expect(first.length).toBe(520);
    expect(first.chunks[1]).toBe(log.chunks[1]);
    expect(columnValues(first, "trainLoss")).toEqual(step.slice(0, 520).map((at) => at / 2));
    expect(firstRows(log, 512).chunks).toHaveLength(2);
    expect(firstRows(log, 600)).toBe(log);
  });

  it("are replaced by others of the same steps, over the edges of chunks, and keep what those do not hold", () => {
    const rows = { step: step.slice(250, 260), trainLoss: Array.from({ length: 10 }, () => -1) };
    const replaced = replaceRows(log, rows);
    expect(columnValues(replaced, "trainLoss").slice(248, 262)).toEqual([
      ...[124, 124.5],
      ...Array.from({ length: 10 }, () => -1),
      ...[130, 130.5],
    ]);
    expect(columnValues(replaced, "testLoss")).toEqual(step);
    expect(replaced.chunks[2]).toBe(log.chunks[2]);
    expect(replaceRows(log, { step: [900], trainLoss: [1] })).toBe(log);
  });
});
