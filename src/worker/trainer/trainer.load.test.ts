import { afterEach, expect, test } from "vitest";
import { CREATE_TASK } from "../../core/tasks/registry";
import type { WorkerDeps } from "../loading/loadExperiment";
import { createCounterRace } from "../testing/counterRace";
import { TEST_GPU } from "../testing/testDevice";
import { openTestTrainer, type TestPage } from "../testing/testTrainer";

let page: TestPage;
afterEach(() => page.close());

const INPUT = { task: "sine", seed: 1, optimizers: [{ id: "sgdm" }, { id: "adam" }] };

/** Opens experiment "a" with counter races; what they do goes to `log`. */
function open(log: string[], changes: Partial<WorkerDeps>, workMs = 0): void {
  let races = 0;
  page = openTestTrainer({
    createRace(_, { runs }) {
      const race = ++races;
      return createCounterRace(runs, {
        workMs,
        onRunStep: (run, step) => log.push(`race ${race}: ${run} ${step}`),
        onDispose: () => log.push(`race ${race}: disposed`),
      });
    },
    ...changes,
  });
  page.configure("a", INPUT);
}

const idle = (experiment = "a") =>
  page.next("status", (event) => event.experiment === experiment && event.status === "idle");

test("where the first step compiles, it is rehearsed behind the bar by a race that is thrown away", async () => {
  const log: string[] = [];
  open(log, { openDevice: async () => ({ ...TEST_GPU, compiles: true }) });
  expect(await idle()).toMatchObject({ step: 0 });
  expect(log).toEqual(["race 1: sgdm 0", "race 1: adam 0", "race 1: disposed"]);
  const compiling = page.all("progress").filter(({ stage }) => stage === "compile");
  expect(compiling.map(({ fraction }) => fraction)).toEqual([0, 0.5, 1]);
  page.send({ type: "step", experiment: "a" });
  await page.next("rows");
  expect(log.slice(3)).toEqual(["race 2: sgdm 0", "race 2: adam 0"]);
});

test("a trial times steps after the first, and throws its race away", async () => {
  const log: string[] = [];
  let measured = 0;
  open(
    log,
    {
      async openDevice({ trial }) {
        measured = await trial();
        return TEST_GPU;
      },
    },
    10,
  );
  await idle();
  // Two runs of 10 ms each
  expect(measured).toBeGreaterThanOrEqual(20);
  expect(log.at(-1)).toBe("race 1: disposed");
  expect(log.filter((line) => line === "race 1: sgdm 0")).toHaveLength(1);
  expect(log.length).toBeLessThanOrEqual(1 + 2 * 6);
});

test("a new configuration ends a load that is under way, and its races with it", async () => {
  const log: string[] = [];
  let loads = 0;
  open(
    log,
    {
      openDevice: async () => {
        if (++loads === 1) {
          page.configure("b", INPUT);
          await page.next("progress", ({ experiment }) => experiment === "b", 0);
        }
        return { ...TEST_GPU, compiles: loads === 1 };
      },
    },
    20,
  );
  await idle("b");
  expect(page.all("ready").map(({ experiment }) => experiment)).toEqual(["b"]);
  expect(log.filter((line) => line.endsWith("disposed"))).toEqual(log.length > 0 ? ["race 1: disposed"] : []);
});

test("Reset takes the task from memory; another seed builds it anew", async () => {
  const seeds: number[] = [];
  page = openTestTrainer({
    createTask: {
      ...CREATE_TASK,
      sine: (seed, ...rest) => {
        seeds.push(seed);
        return CREATE_TASK.sine(seed, ...rest);
      },
    },
    createRace: (_, { runs }) => createCounterRace(runs, { workMs: 0 }),
  });
  for (const [experiment, seed] of [
    ["a", 1],
    ["b", 1],
    ["c", 2],
  ] as const) {
    page.configure(experiment, { ...INPUT, seed });
    await idle(experiment);
  }
  expect(seeds).toEqual([1, 2]);
});
