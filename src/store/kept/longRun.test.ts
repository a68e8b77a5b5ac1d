import { afterEach, beforeEach, expect, it } from "vitest";
import { columnValues } from "../experiment/columns";
import type { ExperimentState } from "../experiment/state";
import { runCsv } from "../take/runCsv";
import { createKeptStorage } from "../testing/keptStorage";
import { setUpActions } from "../testing/testActions";
import { counting, withRows } from "../testing/testRows";
import { forkOf } from "./fork";
import { Keeper } from "./keeper";
import { keptStore } from "./keptStore";
import { thinUnkept } from "./unkept";

const reset = () => keptStore.setState(keptStore.getInitialState(), true);
beforeEach(reset);
afterEach(reset);

function open() {
  const page = setUpActions({ step: 0 }, { optimizers: [{ id: "sgdm" }], steps: 100_000 });
  const train = (count: number) => {
    const steps = counting(count, page.state().step);
    const rows = { step: steps, trainLoss: steps.map((step) => Math.sin(step)) };
    page.store.setState({ ...withRows(page.state(), { sgdm: rows }), status: "paused" }, true);
  };
  const log = () => page.state().runs[0]?.columns;
  return { ...page, train, log };
}

async function keeping() {
  const page = open();
  const { storage } = createKeptStorage();
  let id = 0;
  const keeper = new Keeper({
    ...{ database: storage, experiment: page.store, kept: keptStore, after: () => {}, now: () => 1 },
    locks: { hold: async () => true, heldElsewhere: async () => new Set() },
    newId: () => `run${++id}`,
    takeUp: (state) => page.store.setState({ ...state, status: "paused" }, true),
  });
  await keeper.start();
  const train = async (count: number) => {
    page.train(count);
    await keeper.saved();
  };
  return { ...page, keeper, train };
}

const steps = (state: ExperimentState) => columnValues(state.runs[0]?.columns ?? { length: 0, chunks: [] }, "step");

it("a long run has some of its rows in memory and all of them in storage, in files and in branches", async () => {
  const { keeper, train, state, log } = await keeping();
  for (let at = 0; at < 40; at += 1) await train(1000);
  expect(log()?.length).toBeLessThan(7200);
  expect(log()?.thinned).toBeDefined();
  expect(steps(await keeper.withAllRows(state()))).toEqual(counting(40_000));
  const lines = runCsv(await keeper.withAllRows(state()))?.split(/\r?\n/) ?? [];
  expect(lines.find((line) => line.startsWith("20001,"))).toContain(`,${Math.sin(20_001)},`);
  const looking = { ...state(), display: { ...state().display, scrubStep: 15_000 } };
  const branch = await forkOf(looking, keeper, () => looking);
  expect(branch && steps(branch.state)).toEqual(counting(15_000));
});

it("a run that comes back has all its rows, and goes on in memory with some", async () => {
  const { keeper, train, state, log, actions } = await keeping();
  for (let at = 0; at < 15; at += 1) await train(1000);
  const id = state().kept ?? "";
  actions.setSeed(8);
  await keeper.open(id);
  expect(steps(state())).toEqual(counting(15_000));
  await train(1000);
  expect(log()?.length).toBeLessThan(7200);
  expect(steps(await keeper.withAllRows(state()))).toEqual(counting(16_000));
});

it("once its record is deleted a thinned run is not kept again, and memory stays bounded", async () => {
  const { keeper, train, state, log } = await keeping();
  for (let at = 0; at < 15; at += 1) await train(1000);
  await keeper.remove(state().kept ?? "");
  for (let at = 0; at < 15; at += 1) await train(1000);
  expect(state().kept).toBeNull();
  expect(log()?.length).toBeLessThan(7200);
  expect(state().notices.map(({ title }) => title)).toContain("Older steps of this long run are thinned");
});

it("where nothing is stored rows are thinned all the same, and the page says so once", () => {
  const { store, train, state, log } = open();
  thinUnkept(store, () => true);
  for (let at = 0; at < 40; at += 1) train(1000);
  expect(log()?.length).toBeLessThan(7200);
  const told = state().notices.filter(({ title }) => title === "Older steps of this long run are thinned");
  expect(told).toHaveLength(1);
});
