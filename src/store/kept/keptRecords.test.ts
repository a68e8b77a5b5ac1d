import { expect, it } from "vitest";
import { COLUMN_NAMES } from "../../config/tables/metrics";
import { appendRows, columnValues, EMPTY_LOG } from "../experiment/columns";
import { withCheckpoint } from "./keptCheckpoints";
import { chunkBytes, packChunk, unpackChunk } from "./keptRecords";

it("a chunk comes back to the bit: gaps, NaN, infinities and -0 apart", () => {
  const log = appendRows(EMPTY_LOG, {
    step: [0, 1, 2, 3, 4],
    trainLoss: [1 / 3, Number.NaN, Number.POSITIVE_INFINITY, -0, 5e-324],
    objective: [null, 2, null, Number.NaN, null],
  });
  const [chunk] = log.chunks;
  if (!chunk) throw new Error("no chunk");
  const packed = structuredClone(packChunk(chunk));
  const back = { length: 5, chunks: [unpackChunk(packed)] };
  for (const name of COLUMN_NAMES) {
    const [now, before] = [columnValues(back, name), columnValues(log, name)];
    expect(now.every((value, row) => Object.is(value, before[row]))).toBe(true);
  }
  // three columns of five float64, one of them with a byte a row for its gaps
  expect(chunkBytes(packed)).toBe(3 * 5 * 8 + 5);
});

it("of many checkpoints the latest and a few spread over the run are kept", () => {
  let kept: readonly { step: number; bytes: number }[] = [];
  for (let step = 10; step <= 1000; step += 10) kept = withCheckpoint(kept, { step, bytes: 1 }).kept;
  expect(kept).toHaveLength(6);
  expect(kept.at(-1)?.step).toBe(1000);
  const gaps = kept.map(({ step }, place) => step - (kept[place - 1]?.step ?? 0));
  expect(Math.max(...gaps)).toBeLessThan(500);
  expect(withCheckpoint(kept, { step: 1010, bytes: 1e9 })).toEqual({
    kept: [{ step: 1010, bytes: 1e9 }],
    dropped: expect.arrayContaining(kept.map(({ step }) => step)),
  });
});
