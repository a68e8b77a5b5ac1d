import { expect, it } from "vitest";
import { columnValues } from "../experiment/columns";
import { rowsTaken } from "../experiment/rows/takenRows";
import type { ExperimentState } from "../experiment/state";
import { generator } from "../testing/generator";
import { counting, withRows } from "../testing/testRows";
import { testState } from "../testing/testState";
import { MOST_ROWS } from "./thinLog";
import { isThinned, thinRuns } from "./thinRuns";

/** Runs of so many steps under these names, each with a loss and an FSD of its own, the FSD drawn from a seed. */
function raced(lengths: Record<string, number>, fsdSeed = 100): ExperimentState {
  const [first] = testState(["sgdm"]).runs;
  if (!first) throw new Error("A state has a run.");
  const state = { ...testState(), runs: Object.keys(lengths).map((run) => ({ ...first, run })) };
  const rows = Object.entries(lengths).map(([run, count], index) => {
    const drawn = (seed: number) => counting(count).map(generator(seed + index).next);
    return [run, { step: counting(count), trainLoss: drawn(1), fsd: drawn(fsdSeed) }] as const;
  });
  return withRows(state, Object.fromEntries(rows));
}

const stepsOf = ({ runs }: ExperimentState) => runs.map(({ columns }) => columnValues(columns, "step"));
const allStored = () => true;

it("a state of short logs is the same state; of a long race each run is thinned, whatever the others' length", () => {
  const short = raced({ sgdm: MOST_ROWS - 1, adam: 100 });
  expect(thinRuns(short, allStored)).toBe(short);
  expect(isThinned(short)).toBe(false);
  const long = raced({ sgdm: 8000, adam: 100 });
  const thinned = thinRuns(long, allStored);
  expect(isThinned(thinned)).toBe(true);
  expect(thinned.runs[0]?.columns.length).toBeLessThan(MOST_ROWS);
  expect(thinned.runs[1]).toEqual(long.runs[1]);
  expect(thinned.runs.map(({ columns }) => rowsTaken(columns))).toEqual([8000, 100]);
});

it("rows that are not stored so far stay in memory, and those of a grid until all of its runs are", () => {
  const long = raced({ sgdm: 8000, "grid/1": 8000, "grid/2": 8000 });
  expect(thinRuns(long, () => false)).toBe(long);
  const thinned = thinRuns(long, (run) => run !== "grid/2");
  expect(thinned.runs.map(({ columns }) => columns.thinned !== undefined)).toEqual([true, false, false]);
});

it("runs of a grid keep rows of the same steps, those that are drawn of any; other runs keep their own", () => {
  const long = raced({ "grid/1": 8000, "grid/2": 8000, sgdm: 8000, adam: 8000 });
  const [one, two, sgdm, adam] = stepsOf(thinRuns(long, allStored));
  expect(one).toEqual(two);
  expect(sgdm).not.toEqual(adam);
  const [otherFsd] = stepsOf(thinRuns(raced({ "grid/1": 8000, "grid/2": 8000 }, 200), allStored));
  expect(otherFsd).toEqual(one); // the FSD of a grid is not drawn
});

it("the steps about the latest 16 moves of a run stay, those of other runs' moves need not", () => {
  const long = raced({ sgdm: 8000, adam: 8000 });
  const move = { run: "sgdm", name: "learningRate", from: 2, value: 1, gesture: 1 } as const;
  const moves = counting(17).map((at) => ({ ...move, step: 1000 + 250 * at }));
  const thinned = thinRuns({ ...long, interventions: moves }, allStored);
  const [sgdm, adam] = stepsOf(thinned).map((steps) => new Set(steps));
  const isWhole = (kept: Set<number | null> | undefined, step: number) =>
    counting(101, step - 50).every((at) => kept?.has(at));
  expect(moves.map(({ step }) => isWhole(sgdm, step))).toEqual([false, ...Array(16).fill(true)]);
  expect(moves.some(({ step }) => isWhole(adam, step))).toBe(false);
});
