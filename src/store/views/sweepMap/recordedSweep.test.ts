import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { RecordedMap } from "../../../config/recording/recordedMap";
import type { SweepEvent } from "../../../protocol/sweep";
import { initialState } from "../../experiment/initialState";
import { readLink } from "../../link/readLink";
import { setUpActions } from "../../testing/testActions";
import { applySweepEvent } from "./applySweepEvent";
import { wantsRecordedMap, withRecordedMap } from "./recordedSweep";
import { selectSweepMap, staleOf } from "./sweepSelectors";

const shipped: RecordedMap = JSON.parse(
  readFileSync(new URL("../../../../public/recorded/lambda-fsd-jump.map.json", import.meta.url), "utf8"),
);

/** The page of a link, before its worker has said anything. */
function pageOf(search: string) {
  const { config, display } = readLink(search);
  return setUpActions(initialState(config, display), config);
}

test("the recorded map is the first page's own: shown as it is, and named as recorded", () => {
  const { state } = pageOf("?preset=lambda-fsd-jump&views=sweepMap");
  expect(wantsRecordedMap(state())).toBe(true);
  const shown = withRecordedMap(state(), shipped);
  expect(wantsRecordedMap(shown)).toBe(false);
  expect(shown.sweepMap).toMatchObject({ status: "done", isRecorded: true, cells: shipped.cells });
  expect(staleOf(shown)).toBeNull();
  const model = selectSweepMap(shown);
  expect(model?.note).toBe(`mean training loss of APO-η after ${shipped.steps} steps each, recorded, seed 7`);
  expect(model?.summary).toContain(`${shipped.steps} steps each, recorded: 48 pairs of prices.`);
  const least = Math.min(...shipped.cells.map(({ finalLoss }) => Number(finalLoss)));
  const range = shipped.ranges.find(({ steps }) => steps === shipped.steps)?.logLoss ?? 0;
  const level = shipped.cells.filter(({ finalLoss }) => Math.log(Number(finalLoss) / least) < range);
  expect(model?.level.map(({ finalLoss }) => finalLoss)).toEqual(level.map(({ finalLoss }) => finalLoss));
  // as every cell ends within the range of its seeds
  expect(level).toHaveLength(48);
  expect(model?.summary).toContain("All 48 cells are level with the least loss.");
  expect(model?.classWords).toContain("seeds 7 to 11 put one cell");
});

test("it is not shown for other settings, another length or over another map, and not fetched for another task", () => {
  for (const search of ["apo-lr.k=3", "seed=8", "batch=32", "steps=5", "opt=apo-p,apo-lr"]) {
    const { state } = pageOf(`?preset=lambda-fsd-jump&${search}`);
    const { sweepMap } = withRecordedMap(state(), shipped);
    expect(sweepMap, search).toMatchObject({ status: "none", isRecorded: false, recorded: shipped, cells: [] });
  }
  const { state, actions } = pageOf("?preset=lambda-fsd-jump");
  actions.startSweep();
  expect(withRecordedMap(state(), shipped).sweepMap).toMatchObject({ status: "running", cells: [] });
  expect(wantsRecordedMap(pageOf("?task=spirals&opt=apo-p").state())).toBe(false);
});

test("other settings make it stale by name, and a map trained then is a map of this page", () => {
  const { state, store, actions } = pageOf("?preset=lambda-fsd-jump");
  store.setState(withRecordedMap(state(), shipped), true);
  actions.setHyperparam("apo-lr", "metaUpdateInterval", 3);
  expect(staleOf(state())).toBe("APO-η with K 5");
  actions.startSweep();
  expect(state().sweepMap).toMatchObject({ status: "running", isRecorded: false, recorded: shipped, cells: [] });
});

test("cells of a trained map within the recorded range have one colour, and all level with the best are marked and named", () => {
  const { state, store, actions } = pageOf("?preset=lambda-fsd-jump");
  const ranges = [{ steps: shipped.steps, logLoss: Math.log(2) }];
  store.setState(withRecordedMap(state(), { ...shipped, ranges }), true);
  actions.startSweep();
  const cell = (lambdaFsd: number, lambdaWsd: number, finalLoss: number) =>
    ({ lambdaFsd, lambdaWsd, finalLoss, status: "finished", learningRate: 0.1 }) as const;
  const cells = [
    cell(0, 0, 1),
    cell(0.01, 0, 1.9),
    cell(0.1, 0, 2.1),
    cell(1, 0, 3.9),
    cell(0, 1e-4, 1.5),
    cell(10, 0, 9),
  ];
  const { sweep } = state().sweepMap;
  const hear = (event: SweepEvent) => store.setState(applySweepEvent(state(), event), true);
  hear({ type: "sweepCells", sweep, cells });
  const model = () => selectSweepMap(state());
  // classes of a factor of 2: [1, 2), [2, 4), [4, 8), [8, 16)
  expect(model()?.classes).toMatchObject({ count: 4, width: Math.log(2) });
  expect(model()?.cells.map(({ strength }) => strength)).toEqual([0, 0, 1 / 3, 1 / 3, 0, 1]);
  expect(model()?.level.map(({ finalLoss }) => finalLoss)).toEqual([1, 1.9, 1.5]);
  expect(model()?.classWords).toBe(
    "Equal colours: no further apart than seeds 7 to 11 put one cell, a factor of 2.00.",
  );
  expect(model()?.summary).toContain(
    "3 cells are level with the least loss: λ_FSD 0 to 0.010 at λ_WSD 0; λ_FSD 0 at λ_WSD 1e-4.",
  );
  actions.setSweepShows("learningRate");
  expect(model()?.classes).toBeNull();
  expect(model()?.level).toHaveLength(3);
});

test("where no range was measured the scale is continuous, and says so", () => {
  const { state, store, actions } = pageOf("?task=sine&opt=apo-p");
  store.setState(withRecordedMap(state(), shipped), true);
  actions.startSweep();
  const { sweep } = state().sweepMap;
  const cells = [1, 1.001].map(
    (finalLoss, index) => ({ lambdaFsd: index, lambdaWsd: 0, finalLoss, status: "finished", learningRate: 1 }) as const,
  );
  store.setState(applySweepEvent(state(), { type: "sweepCells", sweep, cells }), true);
  const model = selectSweepMap(state());
  expect(model?.classes).toBeNull();
  expect(model?.level).toHaveLength(1);
  expect(model?.cells.map(({ strength }) => strength)).toEqual([0, 1]);
  expect(model?.classWords).toContain("is not known here");
});
