import { afterEach, expect, test } from "vitest";
import { DeviceFault } from "../../core/kernels/faults/deviceFault";
import { TaskError } from "../../core/taskError";
import { CREATE_TASK } from "../../core/tasks/registry";
import type { Command } from "../../protocol/messages";
import type { OpenDevice, WorkerDeps } from "../loading/loadExperiment";
import { createCounterRace } from "../testing/counterRace";
import { openTestTrainer, type TestPage } from "../testing/testTrainer";

let page: TestPage;
afterEach(() => page.close());

const INPUT = { task: "sine", optimizers: [{ id: "sgdm" }] };
const CPU: OpenDevice = {
  backend: "cpu",
  adapter: null,
  isSoftware: false,
  reason: "",
  notices: [],
  fence: null,
  lost: null,
  compiles: false,
};

function open(changes: Partial<WorkerDeps>): void {
  page = openTestTrainer({ createRace: (_, { runs }) => createCounterRace(runs, { workMs: 1 }), ...changes });
  page.configure("a", INPUT);
}

test("a task that cannot be loaded fails with the task's own words, and the next experiment starts", async () => {
  const missing = new TaskError("sine.json cannot be read", "The server answered 404.", "Restore it.");
  let isMissing = true;
  open({
    createTask: {
      ...CREATE_TASK,
      sine: (...args) => (isMissing ? Promise.reject(missing) : CREATE_TASK.sine(...args)),
    },
  });
  const { notice } = await page.next("failure");
  expect(notice).toEqual({
    level: "error",
    title: "sine.json cannot be read",
    detail: "The server answered 404.",
    remedy: "Restore it.",
  });
  isMissing = false;
  page.configure("b", INPUT);
  expect(await page.next("status")).toMatchObject({ experiment: "b", status: "idle" });
});

test("a file that is missing on the server fails by its name", async () => {
  page = openTestTrainer();
  page.configure("a", { ...INPUT, task: "cifar10" });
  const { notice } = await page.next("failure");
  expect(notice.title).toBe("data/cifar10/manifest.json cannot be read");
  expect(notice.remedy).not.toBe("");
});

test("an error in a step fails the experiment, naming the step; what came before stays sent", async () => {
  open({ createRace: (_, { runs }) => createCounterRace(runs, { workMs: 1, failAt: 5 }) });
  page.send({ type: "play", experiment: "a" });
  const { notice } = await page.next("failure");
  expect(notice.title).toBe("Training stopped at step 5");
  expect(notice.detail).toBe("the counter broke");
  expect(page.events.at(-1)?.type).toBe("failure");
});

test("a lost device fails the experiment, naming device and step", async () => {
  let lose: (reason: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => {
    lose = resolve;
  });
  open({ openDevice: async () => ({ ...CPU, backend: "webgpu", adapter: "nvidia ampere", lost }) });
  page.send({ type: "play", experiment: "a" });
  await page.next("rows", ({ step }) => step > 2);
  lose("the driver was reset");
  const { notice } = await page.next("failure");
  expect(notice.title).toMatch(/^The WebGPU device was lost at step \d+$/);
  expect(notice.detail).toMatch(/nvidia ampere is gone: the driver was reset\./);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(page.events.at(-1)?.type).toBe("failure");
});

test("what a lost device breaks is put down to the loss, not to the run", async () => {
  let lose: (reason: string) => void = () => undefined;
  const lost = new Promise<string>((resolve) => {
    lose = resolve;
  });
  open({
    openDevice: async () => ({ ...CPU, backend: "webgpu", adapter: null, lost }),
    createRace: (_, { runs }) => createCounterRace(runs, { workMs: 1, failAt: 3 }),
  });
  page.send({ type: "play", experiment: "a" });
  await page.next("status", ({ status }) => status === "running");
  setTimeout(() => lose("unplugged"), 60); // the failed step comes first
  const { notice } = await page.next("failure");
  expect(notice.title).toBe("The WebGPU device was lost at step 3");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(page.all("failure")).toHaveLength(1);
});

test("what the device itself reports, or a step that traps on it, ends the experiment as a loss does; an error of another kind does not", async () => {
  let report: (reason: string) => void = () => undefined;
  const failed = new Promise<string>((resolve) => {
    report = resolve;
  });
  open({ openDevice: async () => ({ ...CPU, backend: "webgpu", adapter: "nvidia ampere", failed }) });
  page.send({ type: "play", experiment: "a" });
  await page.next("rows", ({ step }) => step > 2);
  report("out of memory: 8 GB");
  expect(await page.next("failure")).toMatchObject({
    isDeviceLost: true,
    notice: {
      title: expect.stringMatching(/^The WebGPU device failed at step \d+$/),
      detail: "nvidia ampere reported: out of memory: 8 GB. What has been trained stays on screen.",
    },
  });
  page.close();

  for (const [error, isDeviceLost] of [
    [new DeviceFault("The memory of WebAssembly has no 8 bytes left."), true],
    [new Error("planted"), undefined],
  ] as const) {
    open({
      createRace: (_, { runs }) =>
        createCounterRace(runs, {
          workMs: 1,
          onRunStep(_, step) {
            if (step === 4) throw error;
          },
        }),
    });
    page.send({ type: "play", experiment: "a" });
    const failure = await page.next("failure");
    expect(failure.notice).toMatchObject({ title: "Training stopped at step 4", detail: error.message });
    expect(failure.isDeviceLost).toBe(isDeviceLost);
    page.close();
  }
});

test("a device that was refused is told in a notice beside the badge, and the race starts all the same", async () => {
  const notice = { level: "warning", title: "WebGPU is not used", detail: "", remedy: "" } as const;
  open({ openDevice: async () => ({ ...CPU, reason: "WebGPU was refused, so this runs on CPU.", notices: [notice] }) });
  await page.next("status");
  expect(page.all("ready")[0]?.environment.reason).toBe("WebGPU was refused, so this runs on CPU.");
  expect(page.all("notice").map((event) => event.notice)).toEqual([notice]);
});

test("a command that is none fails instead of being lost", async () => {
  open({});
  await page.next("status");
  page.send({ type: "dance", experiment: "a" } as unknown as Command);
  const failure = await page.next("failure");
  expect(failure.experiment).toBe("a");
  expect(failure.notice.detail).toMatch(/dance/);
});

test.each<[string, (page: TestPage) => void]>([
  ["a command that is none", (to) => to.send({ type: "dance", experiment: "a" } as unknown as Command)],
  ["an error outside of every command", (to) => to.crash(new Error("planted"))],
])(
  "%s in the middle of training says at which step it stopped, before that that nothing starts",
  async (_, breakIt) => {
    open({ openDevice: () => new Promise(() => undefined) });
    breakIt(page);
    expect((await page.next("failure")).notice.title).toBe("The experiment cannot start");
    page.close();

    open({});
    await page.next("status");
    for (const step of [1, 2, 3]) {
      page.send({ type: "step", experiment: "a" });
      await page.next("status", (event) => event.step === step);
    }
    breakIt(page);
    expect((await page.next("failure")).notice.title).toBe("Training stopped at step 3");
  },
);

test("a command for another experiment is dropped", async () => {
  open({});
  await page.next("status");
  page.send({ type: "step", experiment: "old" });
  page.send({ type: "step", experiment: "a" });
  expect(await page.next("status")).toMatchObject({ experiment: "a", step: 1 });
  expect(page.all("rows")).toHaveLength(1);
});
