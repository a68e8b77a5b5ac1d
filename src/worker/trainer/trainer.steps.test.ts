import { afterEach, expect, test } from "vitest";
import { openTestTrainer, type TestPage } from "../testing/testTrainer";

let page: TestPage;
afterEach(() => page.close());

const SINE = { task: "sine", seed: 3, batchSize: 16, optimizers: [{ id: "apo-lr" }, { id: "sgdm" }] };
const COLUMNS = ["step", "trainLoss", "learningRate", "objective", "gradientEvaluations"] as const;

async function played(experiment: string, input: Record<string, unknown>): Promise<void> {
  page.configure(experiment, input);
  page.send({ type: "play", experiment });
  await page.next("status", (event) => event.experiment === experiment && event.status === "paused");
}

async function goesOn(experiment: string, steps: number): Promise<void> {
  page.send({ type: "setSteps", experiment, steps });
  expect(await page.next("steps")).toMatchObject({ experiment, steps });
  page.send({ type: "play", experiment });
  await page.next("status", ({ status, step }) => status === "paused" && step === steps);
}

test.each([
  ["without schedules", {}, {}],
  ["with a cosine over its first steps", { learningRateSchedule: "cosine" }, { scheduleSteps: 6 }],
])("a race that is over goes on to more steps, and repeats those of a longer race, %s", async (_, sgdm, longer) => {
  page = openTestTrainer();
  const optimizers = [{ id: "apo-lr" }, { id: "sgdm", hyperparams: sgdm }];
  await played("a", { ...SINE, optimizers, steps: 6 });
  expect(page.all("runStatus").map(({ status }) => status)).toEqual(["finished", "finished"]);
  await goesOn("a", 11);
  expect(page.all("runStatus").map(({ status }) => status)).toEqual([
    ...["finished", "finished", "running", "running", "finished", "finished"],
  ]);
  await played("b", { ...SINE, optimizers, steps: 11, ...longer });
  for (const run of ["apo-lr", "sgdm"])
    for (const name of COLUMNS) {
      expect(page.column("a", run, name)).toHaveLength(11);
      expect(page.column("a", run, name), `${name} of ${run}`).toEqual(page.column("b", run, name));
    }
});

test("a move made after the end acts in the first step of what follows; a base learning rate moves as λ does", async () => {
  page = openTestTrainer();
  await played("a", { ...SINE, steps: 5 });
  page.send({ type: "setHyperparam", experiment: "a", run: "sgdm", name: "learningRate", value: 0.003 });
  await goesOn("a", 8);
  expect(page.all("intervention")).toMatchObject([{ run: "sgdm", step: 5, name: "learningRate", value: 0.003 }]);
  const rates = page.column("a", "sgdm", "learningRate");
  expect(rates.slice(5)).toEqual([0.003, 0.003, 0.003]);
  expect(rates[4]).not.toBe(0.003);
});

test("the end can be moved while it trains, and never before a step that is taken", async () => {
  page = openTestTrainer();
  page.configure("a", { ...SINE, steps: 10_000 }, 25);
  page.send({ type: "play", experiment: "a" });
  await page.next("rows", ({ step }) => step >= 2);
  page.send({ type: "setSteps", experiment: "a", steps: 1 });
  const { steps } = await page.next("steps");
  expect(steps).toBeGreaterThanOrEqual(3);
  const { step } = await page.next("status", ({ status }) => status === "paused");
  expect(step).toBeGreaterThanOrEqual(steps);
  expect(step).toBeLessThanOrEqual(steps + 1);
  expect(page.all("runStatus").map(({ status }) => status)).toEqual(["finished", "finished"]);
});
