import { afterEach, expect, test } from "vitest";
import type { WorkerEvent } from "../../protocol/messages";
import { messagesArrive, openTestSession } from "../testing/testPage";

let close = () => {};
afterEach(() => close());

async function open(...[search, prepare]: Parameters<typeof openTestSession>) {
  const session = await openTestSession(search, prepare);
  close = session.closePorts;
  return session;
}

const environment = { app: "1.0.0", backend: "wasm", adapter: null, runtime: "test", reason: "r" } as const;
const sizes = { trainCount: 256, testCount: 256, parameterCount: 4353 };
const picture = { kind: "none" } as const;
const ready = (experiment: string): WorkerEvent => ({
  type: "ready",
  experiment,
  environment,
  runs: [],
  picture,
  sizes,
});
const status = (experiment: string, word: "idle" | "running" | "paused", step: number): WorkerEvent => ({
  type: "status",
  experiment,
  status: word,
  step,
});
const rows = (experiment: string, step: number): WorkerEvent => ({
  type: "rows",
  experiment,
  step,
  metaSteps: { "apo-p": step },
  runs: [{ run: "apo-p", columns: { step: [step - 1], trainLoss: [1 / step] } }],
});

test("the link's experiment is sent to a new worker that is connected with the analysis worker", async () => {
  const { trainer, analysis, experiment } = await open("?task=sine&seed=3&opt=apo-p,sgdm&speed=5");
  expect(experiment.getState()).toMatchObject({ experiment: "e1", status: "loading", config: { seed: 3 }, speed: 5 });
  expect(trainer().received.map(({ type }) => type)).toEqual(["connectAnalysis", "configure"]);
  expect(trainer().received[1]).toMatchObject({
    experiment: "e1",
    stepsPerSecond: 5,
    config: { task: "sine", seed: 3, optimizers: [{ run: "apo-p" }, { run: "sgdm" }] },
  });
  expect(analysis()?.received.map(({ type }) => type)).toEqual(["connect"]);
});

test("what a link got wrong is said on the page, and the rest of it runs", async () => {
  const { experiment, trainer } = await open("?task=sine&seed=x");
  expect(experiment.getState().notices).toMatchObject([{ level: "warning", title: 'The seed is "x"' }]);
  expect(trainer().received[1]).toMatchObject({ type: "configure", config: { seed: 7 } });
});

test("events are applied once a frame, but a status at once", async () => {
  const { experiment, trainer, pass } = await open("?task=sine&opt=apo-p");
  trainer().say(ready("e1"));
  trainer().say(status("e1", "running", 0));
  trainer().say(rows("e1", 1));
  trainer().say(rows("e1", 2));
  await messagesArrive();
  expect(experiment.getState()).toMatchObject({ status: "running", step: 0 });
  pass(16);
  expect(experiment.getState().step).toBe(2);
  trainer().say(rows("e1", 3));
  trainer().say(status("e1", "paused", 3));
  await messagesArrive();
  expect(experiment.getState()).toMatchObject({ status: "paused", step: 3 });
});

test("charts are given what was trained at most ten times a second, and the last of it after a pause", async () => {
  const { charts, say, pass } = await open("?task=sine&opt=apo-p");
  await say(ready("e1"), status("e1", "running", 0));
  pass(200);
  const seen = new Set<number>();
  for (let step = 1; step <= 50; step += 1) {
    await say(rows("e1", step));
    seen.add(charts.getState().step);
  }
  expect(seen.size).toBeLessThanOrEqual(10); // 50 frames of 16 ms are 0.8 s
  expect(seen.size).toBeGreaterThanOrEqual(7);
  await say(rows("e1", 51), status("e1", "paused", 51));
  expect(charts.getState()).toMatchObject({ status: "paused", step: 51 });
});

test("an event of the experiment before is dropped after a restart", async () => {
  const { experiment, actions, say } = await open("?task=sine&opt=apo-p");
  await say(ready("e1"), status("e1", "running", 0), rows("e1", 1));
  actions.reset();
  await say(rows("e1", 2), status("e1", "running", 2));
  expect(experiment.getState()).toMatchObject({ experiment: "e2", status: "loading", step: 0 });
});

test("a worker that cannot start is a failure with a way on, and retry starts another", async () => {
  const { experiment, actions, workers, trainer } = await open("?task=sine&opt=apo-p");
  trainer().fail("Its script could not be loaded.");
  expect(experiment.getState()).toMatchObject({
    status: "failed",
    notices: [{ level: "error", title: "The training worker did not start", action: "retry" }],
  });
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, true]);
  actions.retry();
  await messagesArrive();
  expect(workers).toHaveLength(4);
  expect(trainer().received.map(({ type }) => type)).toEqual(["connectAnalysis", "configure"]);
  expect(experiment.getState()).toMatchObject({ status: "loading", notices: [] });
});

test("where the browser forbids workers, the page says so and stays", async () => {
  const { experiment } = await open("?task=sine", ({ world }) => {
    world.areWorkersForbidden = true;
  });
  expect(experiment.getState().status).toBe("failed");
  expect(experiment.getState().notices[0]?.detail).toContain("Workers are forbidden here.");
});

test("a failure without an experiment is the current one's", async () => {
  const { experiment, say } = await open("?task=sine");
  const notice = { level: "error", title: "t", detail: "d", remedy: "r" } as const;
  await say({ type: "failure", experiment: "", notice });
  expect(experiment.getState()).toMatchObject({ status: "failed", notices: [{ title: "t" }] });
});

test("spectra come from the analysis worker, and training goes on without it", async () => {
  const { experiment, analysis, say, pass } = await open("?task=sine&opt=apo-p");
  await say(ready("e1"));
  analysis()?.say({ type: "spectrum", experiment: "e1", run: "apo-p", step: 0, layers: [] });
  await messagesArrive();
  pass(16);
  expect(experiment.getState().runs[0]?.spectra).toEqual([{ step: 0, layers: [] }]);
});

test("the address follows the state after a pause, without what is default, and the theme at once", async () => {
  const { world, actions, pass } = await open("?task=sine&seed=7&bad=1");
  pass(299);
  expect(world.written).toEqual([]);
  pass(1);
  expect(world.written).toEqual(["?v=1&task=sine"]);
  actions.setTheme("dark");
  expect(world.theme).toBe("dark");
  actions.setSeed(9);
  pass(300);
  expect(world.written.at(-1)).toBe("?v=1&task=sine&seed=9&theme=dark");
  actions.setTheme("auto");
  expect(world.theme).toBeNull();
});

test("the link is copied, or shown where the clipboard is closed", async () => {
  const { world, actions } = await open("?task=sine");
  const link = "http://localhost/?v=1&task=sine";
  expect(await actions.copyLink()).toEqual({ link, outcome: "copied" });
  expect(world.clipboard).toBe(link);
  world.isClipboardOpen = false;
  expect(await actions.copyLink()).toEqual({ link, outcome: "shown" });
});

test("the test hook is there in test mode only, and speaks of loading before the worker does", async () => {
  const plain = await open("?task=sine");
  expect(plain.world.hook).toBeNull();
  plain.closePorts();
  const { world, say } = await open("?task=sine&seed=5&test=1&opt=apo-p");
  await expect.poll(() => world.hook).not.toBeNull(); // it is fetched where it is asked for
  expect(world.hook?.getState()).toMatchObject({ status: "loading", step: 0, task: "sine", seed: 5, backend: "auto" });
  await say(ready("e1"), status("e1", "running", 0), rows("e1", 1), status("e1", "paused", 1));
  expect(world.hook?.getState()).toMatchObject({ status: "paused", step: 1, metaStep: 1, backend: "wasm" });
  expect(world.hook?.getStatus()).toMatchObject({ status: "paused", step: 1 });
  expect(world.hook?.getTimings().pausedAt).not.toBeNull();
});

test("an address that the browser does not let change is tried again later, and the page goes on", async () => {
  const { world, actions, pass, experiment } = await open("?task=sine");
  pass(1000);
  world.isAddressLocked = true;
  actions.setSeed(9);
  pass(9000);
  expect(world.written).toEqual(["?v=1&task=sine"]);
  world.isAddressLocked = false;
  pass(3000);
  expect(world.written.at(-1)).toBe("?v=1&task=sine&seed=9");
  expect(experiment.getState().config.seed).toBe(9);
});

test("moves that the address has no room for are told once, with the file that holds them", async () => {
  const { experiment, world, pass, say, actions } = await open("?task=sine&opt=apo-p");
  await say(ready("e1"), status("e1", "running", 0));
  const moves = Array.from({ length: 400 }, (_, index): WorkerEvent => {
    const move = { run: "apo-p", name: "lambdaFsd", from: 1 + index / 1000, value: 1 + (index + 1) / 1000 } as const;
    return { type: "intervention", experiment: "e1", step: 1 + index, ...move };
  });
  await say(...moves.slice(0, 121));
  pass(400);
  expect(world.written.at(-1)).toContain(";121=1.121");
  expect(experiment.getState().notices).toEqual([]);
  await say(...moves.slice(121, 390));
  pass(400);
  await say(...moves.slice(390));
  pass(400);
  const notices = () => experiment.getState().notices.map(({ title, action }) => [title, action]);
  await expect.poll(notices).toEqual([["The link is shortened", "saveExperiment"]]); // its words are fetched
  expect(experiment.getState().notices[0]?.detail).toMatch(/room for \d+ of 390 moves/);
  await actions.saveExperiment();
  expect(JSON.parse(world.saved[0]?.text ?? "").config.interventions).toHaveLength(400);
});

test("the picture that was folded away stays so in this browser, and no link holds it", async () => {
  const first = await open("");
  expect(first.experiment.getState().display.picture.isFolded).toBe(false);
  first.actions.foldPicture(true);
  expect(first.world.choices.get("picture")).toBe("folded");
  expect(first.world.written).toEqual([]);
  close();
  const second = await open("", ({ world }) => world.choices.set("picture", "folded"));
  expect(second.experiment.getState().display.picture.isFolded).toBe(true);
  second.actions.foldPicture(false);
  expect(second.world.choices.get("picture")).toBe("open");
});
