import { afterEach, beforeEach, expect, test } from "vitest";
import { columnValues } from "../experiment/columns";
import { createKeptStorage } from "../testing/keptStorage";
import { setUpActions } from "../testing/testActions";
import { counting, withRows } from "../testing/testRows";
import { Keeper } from "./keeper";
import { keepRuns } from "./keepRuns";
import { keptStore } from "./keptStore";

// Other tests may have found that nothing can be kept here.
const reset = () => keptStore.setState(keptStore.getInitialState(), true);
beforeEach(reset);
afterEach(reset);

/** A keeper over a page whose storage is in memory. Its clock moves on with each run; nothing is saved by time. */
async function open({ limitBytes = 200_000_000, roomBytes = Number.POSITIVE_INFINITY } = {}) {
  const page = setUpActions({ step: 0 }, { optimizers: [{ id: "sgdm" }] });
  const { storage, world, ids } = createKeptStorage(roomBytes);
  keptStore.setState({ limitBytes });
  let made = 0;
  const keeper = new Keeper({
    database: storage,
    locks: { hold: async () => true, heldElsewhere: async () => new Set() },
    experiment: page.store,
    kept: keptStore,
    newId: () => `run${made}`,
    now: () => ++made,
    after: () => {},
    takeUp: (state) => page.store.setState({ ...state, status: "paused" }, true),
  });
  await keeper.start();
  const log = () => columnValues(page.state().runs[0]?.columns ?? { length: 0, chunks: [] }, "trainLoss");
  /** Steps of the experiment on the page, saved. A row is 16 bytes: step and loss. */
  const train = async (steps: number) => {
    const from = page.state().step;
    const columns = { step: counting(steps, from), trainLoss: counting(steps, from).map((step) => 1 / (1 + step)) };
    page.store.setState({ ...withRows(page.state(), { sgdm: columns }), status: "paused" }, true);
    await keeper.saved();
  };
  const restart = (seed: number) => page.actions.setSeed(seed);
  const said = () => page.state().notices.map(({ title, detail, remedy }) => `${title}. ${detail} ${remedy}`);
  const problem = () => keptStore.getState().problem;
  return { ...page, keeper, storage: world, ids, log, train, restart, said, problem };
}

test("over the limit the oldest run that nobody pinned goes, and the page says which", async () => {
  const page = await open({ limitBytes: 3 * 1600 });
  for (const seed of [1, 2, 3]) {
    page.restart(seed);
    await page.train(100);
    if (seed === 1) await page.keeper.togglePin();
  }
  const [first, second, third] = page.ids();
  expect(page.said().join()).not.toContain("made room");
  page.restart(4);
  await page.train(100);
  expect(page.ids()).toEqual([first, third, page.state().kept]);
  expect(page.ids()).not.toContain(second);
  expect(page.said().at(-1)).toBe(
    "The oldest kept run has made room. At most 5 KB are kept. Gone: Noisy sine, seed 2. Pin a run to keep it.",
  );
  expect(page.problem()).toBeNull();
});

test("where the browser's storage is full older runs make room; once there is none left the run goes on unkept, and says so once", async () => {
  const page = await open({ roomBytes: 2000 });
  await page.train(100);
  page.restart(2);
  await page.train(100);
  expect(page.ids()).toEqual([page.state().kept]);
  expect(page.said().at(-1)).toBe(
    "The oldest kept run has made room. The browser's storage is full. Gone: Noisy sine. Pin a run to keep it.",
  );
  await page.train(100);
  const remedy = "Save the run as a file, or delete kept runs and reload the page.";
  const why = "The browser's storage is full.";
  expect(page.said().at(-1)).toBe(
    `This run is not kept any more. ${why} Training goes on; a reload of the page would lose it. ${remedy}`,
  );
  expect(page.problem()).toBe(`${why} ${remedy}`);
  const { writes } = page.storage;
  await page.train(100);
  expect(page.storage.writes).toBe(writes);
  expect(page.log()).toEqual(counting(300).map((step) => 1 / (1 + step)));
  expect(page.said().filter((text) => text.includes("not kept any more"))).toHaveLength(1);
});

test("where the browser stores nothing for the page its run goes on, and one sentence says what to do", async () => {
  const { store, state, actions } = setUpActions({ step: 0 }, { optimizers: [{ id: "sgdm" }] });
  store.setState(withRows(state(), { sgdm: { step: [0], trainLoss: [0.5] } }), true);
  const { runs } = state();
  expect(await keepRuns(store, { after: () => {}, takeUp: () => {} })).toBeNull(); // Node has no IndexedDB
  const [notice] = state().notices;
  expect(notice).toMatchObject({ level: "warning", title: "This run is not kept" });
  expect(notice?.detail).toMatch(/^This browser stores nothing for this page \(.*indexedDB.*\)\. Training goes on;/);
  expect(notice?.remedy).toMatch(/^Save the run as a file, or let the browser store data for this page/);
  expect(keptStore.getState().problem).toBe(`${notice?.detail} ${notice?.remedy}`);
  expect(state()).toMatchObject({ status: "idle", step: 1, kept: null });
  expect(state().runs).toBe(runs);
  actions.pinRun();
  await expect.poll(() => state().notices.at(-1)?.title).toBe("There is no run to pin");
  expect(state().notices.at(-1)?.detail).toContain("stores nothing for this page");
});

test("the run on the page is pinned and let go of by one action, which says what it did", async () => {
  const page = await open();
  await page.train(20);
  const { pinRun } = await import("./pinRun");
  await pinRun(page.store, page.keeper);
  expect(keptStore.getState().runs).toMatchObject([{ isPinned: true }]);
  expect(page.said().at(-1)).toMatch(/^Pinned: Noisy sine\. It is kept for good/);
  page.restart(5);
  expect(page.state().overlays).toMatchObject([{ origin: "pinned", name: "seed 7" }]);
  await pinRun(page.store, page.keeper);
  expect(page.said().at(-1)).toBe(
    "There is no run to pin. A run is kept from its first step on, where it is trained. Take a step first.",
  );
  await page.keeper.open(page.ids()[0] ?? "");
  await pinRun(page.store, page.keeper);
  expect(keptStore.getState().runs).toMatchObject([{ isPinned: false }]);
  expect(page.said().at(-1)).toMatch(/^No longer pinned: Noisy sine\./);
});
