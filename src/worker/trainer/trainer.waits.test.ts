import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CREATE_TASK } from "../../core/tasks/registry";
import type { Race } from "../../core/training/contract";
import type { OpenDevice, WorkerDeps } from "../loading/loadExperiment";
import { PartnerLink } from "../partner/link";
import { createCounterRace } from "../testing/counterRace";
import { TEST_GPU } from "../testing/testDevice";
import { openTestTrainer, type TestPage } from "../testing/testTrainer";

const WASM: OpenDevice = { ...TEST_GPU, backend: "wasm", adapter: null };
const INPUT = { task: "sine", seed: 1, optimizers: [{ id: "sgdm" }, { id: "adam" }], steps: 3 };

let page: TestPage;
let clock = 0;
/** What hangs until the test lets it go. */
let letGo = () => {};
let held: Promise<void>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  clock = 0;
  held = new Promise((resolve) => {
    letGo = resolve;
  });
});
afterEach(() => {
  letGo();
  page.close();
  vi.useRealTimers();
});

/** Lets everything happen that needs no time, then moves the worker's clock. */
async function pass(ms: number): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve));
  clock += ms;
  await vi.advanceTimersByTimeAsync(ms);
  for (let turn = 0; turn < 40; turn++) await new Promise((resolve) => setImmediate(resolve));
}

const said = () => page.all("wait").map(({ wait }) => wait && [wait.notice.title, wait.wayOn]);

/** A counter race of which one call hangs, the first time. */
function hanging(call: "takeStep" | "readRows" | "evaluate", race: Race): Race {
  const original = race[call] as (...args: unknown[]) => Promise<unknown>;
  let hangs = true;
  const late = async (...args: unknown[]) => {
    if (hangs) await held;
    hangs = false;
    return original.apply(race, args);
  };
  return Object.defineProperty(race, call, { value: late });
}

const counters: WorkerDeps["createRace"] = (_, { runs }) => createCounterRace(runs, { workMs: 0 });
const hangingIn = (call: "takeStep" | "readRows" | "evaluate"): Partial<WorkerDeps> => ({
  createRace: (...args) => hanging(call, counters(...args)),
});

test.each<[what: string, changes: Partial<WorkerDeps>, title: string, wayOn: string, words: RegExp]>([
  [
    "a data file",
    {
      createTask: {
        ...CREATE_TASK,
        sine: async (seed, options, io) => {
          io.report(0.5, "table.bin");
          await held;
          return CREATE_TASK.sine(seed, options, io);
        },
      },
    },
    "Still waiting for the data",
    "retry",
    /^table\.bin: nothing new .* Wait, press Reset to ask again, or choose another task\.$/,
  ],
  [
    "a device",
    {
      async openDevice({ report }) {
        report(0.1, "Starting WebGPU");
        await held;
        return TEST_GPU;
      },
    },
    "Still waiting for the device",
    "continueOnWasm",
    /^Starting WebGPU: nothing new .* choose WASM as the device, or press Reset\.$/,
  ],
  [
    "the first step, which compiles",
    { ...hangingIn("takeStep"), openDevice: async () => ({ ...TEST_GPU, compiles: true }) },
    "Still waiting for the first step",
    "retry",
    /^Preparing 2 runs: nothing new/,
  ],
  [
    "the evaluation at the start",
    { ...hangingIn("evaluate"), openDevice: async () => WASM },
    "Still waiting for the work at step 0",
    "retry",
    /^WASM has worked on it for more than 5 seconds\. What has been trained stays on screen\. Wait, or press Reset\.$/,
  ],
  [
    "a step",
    { ...hangingIn("takeStep"), openDevice: async () => TEST_GPU },
    "Still waiting for the work at step 0",
    "continueOnWasm",
    /^WebGPU \(test\) has not answered .* go on with WASM\.$/,
  ],
  [
    "a read-back (mapAsync)",
    { ...hangingIn("readRows"), openDevice: async () => TEST_GPU },
    "Still waiting for the work at step 0",
    "continueOnWasm",
    /^WebGPU \(test\) has not answered/,
  ],
])("%s that does not come is told after five seconds, and goes on where it does come", async (_, changes, ...words) => {
  const [title, wayOn, text] = words;
  page = openTestTrainer({ createRace: counters, openDevice: async () => WASM, now: () => clock, ...changes });
  page.configure("a", { ...INPUT, steps: 9 });
  page.send({ type: "play", experiment: "a" });
  await pass(4900);
  expect(said()).toEqual([]);
  await pass(200);
  expect(said()).toEqual([[title, wayOn]]);
  const { detail, remedy } = page.all("wait")[0]?.wait?.notice ?? {};
  expect(`${detail} ${remedy}`).toMatch(text);
  await pass(60_000);
  expect(said()).toHaveLength(1);
  letGo();
  for (let i = 0; i < 12; i++) await pass(1);
  expect(said()).toEqual([[title, wayOn], null]);
  expect(page.all("status").at(-1)).toMatchObject({ status: "paused", step: 9 });
  expect(page.all("failure")).toEqual([]);
});

test("a GPU that does not answer any more after some steps is told of, and given up as lost after twenty seconds", async () => {
  page = openTestTrainer({
    createRace: counters,
    openDevice: async () => ({ ...TEST_GPU, fence: () => held }),
    now: () => clock,
  });
  page.configure("a", { ...INPUT, steps: 9 });
  page.send({ type: "play", experiment: "a" });
  await pass(5100);
  expect(said()).toEqual([["Still waiting for the work at step 3", "continueOnWasm"]]);
  for (let second = 0; second < 14; second++) await pass(1000);
  expect(page.all("failure")).toEqual([]);
  for (let second = 0; second < 3; second++) await pass(1000);
  expect(page.all("failure")).toMatchObject([
    { notice: { title: "WebGPU stopped answering at step 3" }, isDeviceLost: true },
  ]);
});

test("work that moves is not waited for, however long it takes: files in parts, runs of a step, a rest, a speed limit", async () => {
  let word = () => {};
  page = openTestTrainer({
    createRace: counters,
    now: () => clock,
    createTask: {
      ...CREATE_TASK,
      sine: async (seed, options, io) => {
        word = () => io.report(0.5, "table.bin");
        await held;
        return CREATE_TASK.sine(seed, options, io);
      },
    },
  });
  page.configure("a", INPUT, 0.2);
  for (let part = 0; part < 10; part++) {
    await pass(4000);
    word();
  }
  letGo();
  await pass(60_000); // idle
  page.send({ type: "play", experiment: "a" });
  for (let second = 0; second < 30; second++) await pass(1000);
  expect(page.all("status").at(-1)).toMatchObject({ status: "paused", step: 3 });
  expect(said()).toEqual([]);
});

test("a partner that is gone is named once a step waits for it; one that does not open is done without", async () => {
  vi.spyOn(performance, "now").mockImplementation(() => clock);
  const status = { costs: {}, tensors: 0 };
  const answers = new Map<string, unknown>([
    ["open", status],
    ["predict", new Float32Array(0)],
    ["rows", { rows: [], status }],
    ["lookAhead", null],
    ["preconditionerState", { kind: "scalar", layers: [] }],
  ]);
  const asked: string[] = [];
  let isGone = false;
  const ports: MessagePort[] = [];
  const partnerPort = () => {
    const { port1, port2 } = new MessageChannel();
    port2.onmessage = ({ data }) => {
      asked.push(data.type);
      if (!isGone && answers.has(data.type)) port2.postMessage({ id: data.id, answer: answers.get(data.type) });
    };
    ports.push(port1);
    return port1;
  };
  const lost: string[] = [];
  const open = () =>
    openTestTrainer({
      createRace: counters,
      openDevice: async () => WASM,
      now: () => clock,
      openPartner() {
        const link = new PartnerLink(partnerPort(), () => lost.push("ended"));
        link.guard({ now: () => clock, after: (delayMs, callback) => void setTimeout(callback, delayMs) });
        return { theirs: new Set(["adam"]), link };
      },
    });
  page = open();
  page.configure("a", INPUT);
  page.send({ type: "play", experiment: "a" });
  for (let tenth = 0; tenth < 90; tenth++) await pass(100); // as the loop asks for commands all the while
  expect(asked.at(-1)).toBe("step");
  expect(page.all("wait").at(-1)?.wait?.notice).toMatchObject({
    title: "The second training worker does not answer",
    remedy: "Wait, or press Reset for new workers.",
  });
  expect(lost).toEqual([]); // it may still come
  for (let second = 0; second < 120; second++) await pass(100);
  expect(lost).toEqual(["ended"]);
  expect(page.all("failure")).toMatchObject([
    {
      notice: {
        title: "Training stopped at step 0",
        detail: expect.stringMatching(/^The second training worker stopped: nothing was heard of it for 1\d seconds/),
      },
    },
  ]);
  lost.length = 0;
  page.close();

  isGone = true;
  page = open();
  page.configure("a", INPUT);
  for (let second = 0; second < 22; second++) await pass(1000);
  expect(lost).toEqual(["ended"]);
  expect(page.all("notice")[0]?.notice).toMatchObject({ title: "The race runs in one worker" });
  expect(page.all("status").at(-1)).toMatchObject({ status: "idle", step: 0 });
  for (const port of ports) port.close();
  vi.restoreAllMocks();
});
