import { expect, it } from "vitest";
import type { ColumnLog } from "../experiment/columns";
import { setUpActions } from "../testing/testActions";
import { counting, withRows } from "../testing/testRows";
import { KeptSaver } from "./keptSaver";

/** A saver, and a state with 600 rows of SGDm, in three chunks, and a prediction. */
function started() {
  const { state } = setUpActions({}, { optimizers: [{ id: "sgdm" }] });
  const rows = withRows(state(), { sgdm: { step: counting(600), trainLoss: counting(600) } });
  const runs = rows.runs.map((run) => ({ ...run, predictions: [{ step: 0, values: new Float32Array() }] }));
  return { saver: new KeptSaver({ id: "k", createdAt: 0 }), state: { ...rows, runs } };
}

it("what a write had that did not end is in the next one; once it ended only what is new", () => {
  const { saver, state } = started();
  const indices = ({ rows }: ReturnType<KeptSaver["next"]>) => rows.map(([[, , index]]) => index);
  const lost = saver.next(state, null, 1);
  const again = saver.next(state, null, 2);
  expect([lost, again].map(indices)).toEqual([
    [0, 1, 2],
    [0, 1, 2],
  ]);
  expect([lost, again].map(({ snapshots }) => snapshots.length)).toEqual([1, 1]);
  saver.wrote(again, state);
  const longer = withRows(state, { sgdm: { step: counting(10, 600), trainLoss: counting(10) } });
  const next = saver.next(longer, null, 3);
  expect(indices(next)).toEqual([2]);
  expect(next.snapshots).toEqual([]);
  expect(next.record.bytes).toBe(610 * 16 + 4000);
});

it("rows that were thinned are never written, and those behind them keep their place", () => {
  const { saver, state } = started();
  saver.wrote(saver.next(state, null, 1), state);
  const [run] = state.runs;
  const log = run?.columns as ColumnLog;
  expect(saver.holds("sgdm", log, 512)).toBe(true);
  const columns = { ...log, length: 344, chunks: log.chunks.slice(1), thinned: { rows: 256, of: 512 } };
  const thinned = { ...state, runs: state.runs.map((one) => ({ ...one, columns })) };
  const longer = withRows(thinned, { sgdm: { step: counting(300, 600), trainLoss: counting(300) } });
  const next = saver.next(longer, null, 2);
  expect(next.rows.map(([[, , index], { rows }]) => [index, rows])).toEqual([
    [2, 256],
    [3, 132],
  ]);
  expect(next.record.series[0]?.rows).toBe(900);
  const now = longer.runs[0]?.columns as ColumnLog;
  expect(saver.holds("sgdm", now, 512)).toBe(false);
  saver.wrote(next, longer);
  expect(saver.holds("sgdm", now, 512)).toBe(true);
});
