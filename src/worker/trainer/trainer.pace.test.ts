import { afterEach, expect, test, vi } from "vitest";
import type { WorkerDeps } from "../loading/loadExperiment";
import { type CounterBehaviour, createCounterRace } from "../testing/counterRace";
import { openTestTrainer, type TestPage } from "../testing/testTrainer";

let page: TestPage;
afterEach(() => page.close());

const INPUT = { task: "sine", steps: 10_000, optimizers: [{ id: "apo-lr" }, { id: "sgdm" }, { id: "adam" }] };

async function opened(
  behaviour: CounterBehaviour,
  { stepsPerSecond = null, ...changes }: Partial<WorkerDeps> & { stepsPerSecond?: number | null } = {},
): Promise<void> {
  page = openTestTrainer({ createRace: (_, { runs }) => createCounterRace(runs, behaviour), ...changes });
  page.configure("a", INPUT, stepsPerSecond);
  await page.next("status", ({ status }) => status === "idle");
}

const RUNS = ["apo-lr", "sgdm", "adam"];
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const send = (type: "play" | "pause" | "step") => page.send({ type, experiment: "a" });
const paused = () => page.next("status", ({ status }) => status === "paused");

/** A slow race in which `act` is called inside the second step, when its first run has taken it; what runs have taken. */
async function openedSlow(act: () => void): Promise<string[]> {
  const taken: string[] = [];
  await opened({
    workMs: 60,
    onRunStep(run, step) {
      taken.push(`${run} ${step}`);
      if (taken.length === 4) act();
    },
  });
  return taken;
}

test("Pause is heard in the middle of a slow step; the counters stand, and Step completes that step", async () => {
  const taken = await openedSlow(() => send("pause"));
  send("play");
  expect(await paused()).toMatchObject({ step: 1 });
  const soFar = taken.length; // four, or five where the message came a moment later than the turn
  expect(soFar).toBeLessThan(6);
  await sleep(200);
  expect(taken).toHaveLength(soFar);
  for (const run of RUNS) expect(page.column("a", run, "step")).toEqual([0]);

  send("step");
  expect(await paused()).toMatchObject({ step: 2 });
  expect(taken.slice(3)).toEqual(RUNS.map((run) => `${run} 1`));
  for (const run of RUNS) expect(page.column("a", run, "step")).toEqual([0, 1]);
});

test("Play goes on with a step that Pause stopped in its middle", async () => {
  const taken = await openedSlow(() => send("pause"));
  send("play");
  await paused();
  send("play");
  await page.next("status", ({ status }) => status === "running");
  await page.next("rows", ({ step }) => step === 3);
  send("pause");
  await paused();
  expect(taken.slice(0, 9)).toEqual([0, 1, 2].flatMap((step) => RUNS.map((run) => `${run} ${step}`)));
});

test("a meta-step counts the meta-update that a half-done step has made already", async () => {
  await openedSlow(() => send("pause")); // a counter race makes a meta-update every step
  send("play");
  expect(await paused()).toMatchObject({ step: 1 });
  page.send({ type: "metaStep", experiment: "a", run: "apo-lr" });
  expect(await paused()).toMatchObject({ step: 2 });
});

test("a configuration in the middle of a step ends that race between two runs", async () => {
  const taken = await openedSlow(() => page.configure("b", INPUT));
  send("play");
  await page.next("status", ({ experiment, status }) => experiment === "b" && status === "idle");
  expect(taken.length).toBeLessThan(6);
  const soFar = taken.length;
  await sleep(100);
  expect(taken).toHaveLength(soFar);
});

test("fast steps pause at their end: no run is ahead of another", async () => {
  const taken: string[] = [];
  await opened({ workMs: 2, onRunStep: (run) => taken.push(run) });
  send("play");
  await page.next("rows", ({ step }) => step >= 10);
  send("pause");
  const { step } = await paused();
  expect(taken).toHaveLength(3 * step);
});

test("rows of fast steps are gathered: at most one event per 33 ms while running", async () => {
  await opened({ workMs: 0.5 });
  const start = performance.now();
  send("play");
  await page.next("rows", ({ step }) => step >= 200);
  send("pause");
  const { step } = await paused();
  const elapsedMs = performance.now() - start;
  expect(page.column("a", "adam", "step")).toHaveLength(step);
  // One more at the start, at the pause, and at each of the evaluations.
  const evaluations = page.all("evaluation").length / 3;
  expect(page.all("rows").length).toBeLessThanOrEqual(elapsedMs / 33 + 2 + evaluations);
});

test("a speed limit spaces the steps, and Pause is heard at once while it waits", async () => {
  await opened({ workMs: 0 }, { stepsPerSecond: 25 });
  const start = performance.now();
  send("play");
  await page.next("rows", ({ step }) => step === 6);
  // Five intervals of 40 ms lie between six steps.
  expect(performance.now() - start).toBeGreaterThanOrEqual(195);
  page.send({ type: "setSpeed", experiment: "a", stepsPerSecond: 1 });
  await sleep(20);
  const asked = performance.now();
  send("pause");
  await paused();
  expect(performance.now() - asked).toBeLessThan(900);
});

test("a new speed acts at once, Step and Meta-step heed none", async () => {
  await opened({ workMs: 1 }, { stepsPerSecond: 1 });
  send("play");
  await page.next("rows", ({ step }) => step === 1);
  page.send({ type: "setSpeed", experiment: "a", stepsPerSecond: null });
  const start = performance.now();
  await page.next("rows", ({ step }) => step > 5);
  expect(performance.now() - start).toBeLessThan(900);
  send("pause");
  const { step } = await paused();
  page.send({ type: "setSpeed", experiment: "a", stepsPerSecond: 1 });
  for (const more of [1, 2, 3]) {
    send("step");
    expect(await paused()).toMatchObject({ step: step + more });
  }
  expect(performance.now() - start).toBeLessThan(2500);
});

test("three presses of Step are three steps; Step while playing makes the step in progress the last", async () => {
  await opened({ workMs: 20 });
  for (let i = 0; i < 3; i++) send("step");
  await page.next("status", ({ step }) => step === 3);
  send("play");
  await page.next("rows", ({ step }) => step >= 5);
  send("step");
  const { step } = await paused();
  await sleep(150);
  expect(page.all("rows").at(-1)?.step).toBe(step);
});

test("on a device that works apart, at most three steps are under way", async () => {
  const release: (() => void)[] = [];
  const steps: number[] = [];
  await opened(
    { workMs: 0, onRunStep: (run, step) => run === "adam" && steps.push(step) },
    {
      openDevice: async () => ({
        backend: "webgpu",
        adapter: "test",
        isSoftware: false,
        reason: "",
        notices: [],
        lost: null,
        compiles: false,
        fence: () => new Promise((resolve) => release.push(resolve)),
      }),
    },
  );
  const stopsAfter = async (count: number) => {
    await vi.waitUntil(() => steps.length >= count, { timeout: 30_000 });
    await sleep(50); // for one more, were it not held back
    expect(steps).toEqual([...Array(count).keys()]);
  };
  send("play");
  await stopsAfter(3);
  release.shift()?.();
  await stopsAfter(4);
});

test("states for the analysis go to its port, the latest step at a pause", async () => {
  await opened({ workMs: 1 });
  const { port1, port2 } = new MessageChannel();
  const steps = new Map<string, number[]>();
  port1.onmessage = ({ data }) => steps.set(data.run, [...(steps.get(data.run) ?? []), data.step]);
  page.send({ type: "connectAnalysis", port: port2 });
  send("play");
  await sleep(300);
  send("pause");
  const { step } = await paused();
  await sleep(50);
  port1.close();
  for (const run of ["apo-lr", "sgdm", "adam"]) {
    expect(steps.get(run)?.at(-1)).toBe(step);
    expect(steps.get(run)?.length).toBeLessThanOrEqual(3); // at most two a second, and the one at the pause
  }
});

test("predictions come at most four times a second while running, and at the pause; costs about once a second", async () => {
  await opened({ workMs: 1 });
  const start = performance.now();
  send("play");
  await page.next("cost");
  await sleep(600);
  send("pause");
  const { step } = await paused();
  const elapsedMs = performance.now() - start;
  await page.next("prediction", (event) => event.step === step);
  const predictions = page.all("prediction");
  expect(new Set(predictions.map((event) => event.step)).size).toBe(predictions.length);
  // One at step 0 and one at the pause are beside the count.
  expect(predictions.length).toBeLessThanOrEqual(elapsedMs / 250 + 3);
  expect(predictions.length).toBeGreaterThanOrEqual(3);
  await sleep(30);
  expect(page.all("cost").length).toBeLessThanOrEqual(3 * (elapsedMs / 1000 + 2));
});
