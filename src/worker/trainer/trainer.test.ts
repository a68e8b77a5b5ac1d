import { memory } from "@tensorflow/tfjs-core";
import { afterEach, expect, test } from "vitest";
import { openTestTrainer, type TestPage } from "../testing/testTrainer";

let page: TestPage;
afterEach(() => page.close());

const SINE = {
  task: "sine",
  seed: 3,
  batchSize: 16,
  optimizers: [{ id: "apo-lr", hyperparams: { metaUpdateInterval: 10 } }, { id: "sgdm" }],
};
const RUNS = ["apo-lr", "sgdm"];

async function opened(input: Record<string, unknown> = SINE, stepsPerSecond: number | null = null): Promise<TestPage> {
  page = openTestTrainer();
  page.configure("a", input, stepsPerSecond);
  await page.next("status", ({ status }) => status === "idle");
  return page;
}

test("configuring shows named stages, then the runs, then an idle race with its first evaluation and prediction", async () => {
  await opened();
  await page.next("prediction");
  const stages = page.all("progress").map(({ stage }) => stage);
  expect([...new Set(stages)]).toEqual(["app", "data", "device", "compile"]);
  for (const { fraction } of page.all("progress")) {
    expect(fraction).toBeGreaterThanOrEqual(0);
    expect(fraction).toBeLessThanOrEqual(1);
  }
  const [ready] = page.all("ready");
  expect(ready?.runs.map(({ run }) => run)).toEqual(RUNS);
  expect(ready?.environment).toMatchObject({ backend: "cpu", reason: "CPU, as chosen." });
  // 1-64-64-1 with biases: 64·2 + 64·65 + 65
  expect(ready?.sizes).toMatchObject({ parameterCount: 4353 });
  expect(page.all("evaluation").map(({ run, evaluation }) => [run, evaluation.step])).toEqual([
    ["apo-lr", 0],
    ["sgdm", 0],
  ]);
  expect(page.all("prediction")[0]?.runs).toHaveLength(2);
});

test("Step takes exactly one step of every run, then pauses, without ever running", async () => {
  await opened();
  for (const step of [1, 2, 3]) {
    page.send({ type: "step", experiment: "a" });
    expect(await page.next("status")).toMatchObject({ status: "paused", step });
    for (const run of RUNS) expect(page.column("a", run, "step")).toHaveLength(step);
  }
  expect(page.all("status").map(({ status }) => status)).toEqual(["idle", "paused", "paused", "paused"]);
});

test("Meta-step goes up to and including the run's next meta-update", async () => {
  await opened(); // apo-lr updates at steps 0, 10, 20, …
  page.send({ type: "metaStep", experiment: "a", run: "apo-lr" });
  expect(await page.next("status", ({ status }) => status === "paused")).toMatchObject({ step: 1 });
  page.send({ type: "metaStep", experiment: "a", run: "apo-lr" });
  expect(await page.next("status", ({ status }) => status === "paused")).toMatchObject({ step: 11 });
  expect(page.all("rows").at(-1)?.metaSteps).toEqual({ "apo-lr": 2, sgdm: 0 });
});

test("a meta-step of a run without meta-updates is refused with a notice", async () => {
  await opened();
  page.send({ type: "metaStep", experiment: "a", run: "sgdm" });
  expect((await page.next("notice")).notice.title).toBe("No meta-update to step to");
  expect(page.all("rows")).toHaveLength(0);
});

test("Play runs until Pause; every run then has the same steps, and nothing more comes", async () => {
  await opened();
  page.send({ type: "play", experiment: "a" });
  await page.next("rows", ({ step }) => step >= 20);
  page.send({ type: "pause", experiment: "a" });
  const { step } = await page.next("status", ({ status }) => status === "paused");
  for (const run of RUNS) expect(page.column("a", run, "step")).toEqual(Array.from({ length: step }, (_, i) => i));
  await page.next("prediction", (event) => event.step === step, 0);
  await new Promise((resolve) => setTimeout(resolve, 60));
  const count = page.events.length;
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(page.events).toHaveLength(count);
});

test("the race ends at its last step: evaluated, finished, paused; Play then says so", async () => {
  await opened({ ...SINE, steps: 7 });
  page.send({ type: "play", experiment: "a" });
  await page.next("status", ({ status }) => status === "paused");
  expect(page.events.slice(-3).map(({ type }) => type)).toContain("status");
  expect(page.all("evaluation").map(({ evaluation }) => evaluation.step)).toEqual([0, 0, 7, 7]);
  expect(page.all("runStatus").map(({ run, status }) => [run, status])).toEqual([
    ["apo-lr", "finished"],
    ["sgdm", "finished"],
  ]);
  page.send({ type: "step", experiment: "a" });
  expect((await page.next("notice")).notice.title).toBe("The race is over");
  expect(page.column("a", "sgdm", "step")).toHaveLength(7);
});

test("Reset replays the same numbers: every column but seconds, and every evaluation", async () => {
  const input = { ...SINE, steps: 24, optimizers: [{ id: "apo-p" }, { id: "apo-lr" }, { id: "kfac" }] };
  await opened({ ...input, interventions: [{ step: 12, name: "lambdaFsd", value: 30 }] });
  for (const experiment of ["a", "b"]) {
    if (experiment === "b")
      page.configure("b", { ...input, interventions: [{ step: 12, name: "lambdaFsd", value: 30 }] });
    page.send({ type: "play", experiment });
    await page.next("status", (event) => event.experiment === experiment && event.status === "paused");
  }
  const evaluations = (experiment: string) =>
    page.all("evaluation").flatMap((event) => (event.experiment === experiment ? [[event.run, event.evaluation]] : []));
  for (const run of ["apo-p", "apo-lr", "kfac"])
    for (const name of ["step", "trainLoss", "learningRate", "objective", "fsd", "gradientEvaluations"] as const) {
      expect(page.column("a", run, name)).toHaveLength(24);
      expect(page.column("b", run, name)).toEqual(page.column("a", run, name));
    }
  expect(evaluations("b")).toEqual(evaluations("a"));
});

test("an experiment that takes the place of a running one leaves no tensor behind and hears no late step", async () => {
  await opened();
  await page.next("prediction");
  page.send({ type: "step", experiment: "a" });
  await page.next("prediction", ({ step }) => step === 1);
  const { numTensors } = memory();
  for (const experiment of ["b", "c", "d"]) {
    page.send({ type: "play", experiment: "a" });
    page.configure(experiment, SINE);
    await page.next("status", (event) => event.experiment === experiment && event.status === "idle");
    page.send({ type: "play", experiment });
    await page.next("rows", (event) => event.experiment === experiment && event.step > 3);
  }
  const firstOfD = page.events.findIndex((event) => "experiment" in event && event.experiment === "d");
  page.send({ type: "pause", experiment: "d" });
  await page.next("status", ({ status }) => status === "paused");
  expect(page.events.slice(firstOfD).every((event) => event.experiment === "d")).toBe(true);
  expect(memory().numTensors).toBe(numTensors);
});

test("Play before the race is ready starts it as soon as it is", async () => {
  page = openTestTrainer();
  page.configure("a", { ...SINE, steps: 3 });
  page.send({ type: "play", experiment: "a" });
  await page.next("runStatus");
  expect(page.column("a", "sgdm", "step")).toEqual([0, 1, 2]);
});

test("a run that diverges stops with its reason; the others go on to the end", async () => {
  const steep = { id: "sgd", hyperparams: { learningRate: 100 } };
  await opened({ ...SINE, steps: 40, optimizers: [steep, { id: "sgdm" }] });
  page.send({ type: "play", experiment: "a" });
  await page.next("status", ({ status }) => status === "paused");
  const [diverged, finished] = page.all("runStatus");
  expect(diverged).toMatchObject({ run: "sgd", status: "diverged" });
  expect(diverged?.message).toMatch(/loss.* at step \d+/);
  expect(finished).toMatchObject({ run: "sgdm", status: "finished" });
  expect(page.column("a", "sgdm", "step")).toHaveLength(40);
  // Nothing that is not a number is drawn: the diverged run keeps its last picture.
  await page.next("prediction", ({ step }) => step === 40);
  for (const { runs } of page.all("prediction"))
    for (const { values } of runs) expect(values.every(Number.isFinite)).toBe(true);
  expect(
    page
      .all("prediction")
      .at(-1)
      ?.runs.map(({ run }) => run),
  ).toEqual(["sgdm"]);
});

test("when every run has diverged the race pauses", async () => {
  await opened({ ...SINE, optimizers: [{ id: "sgd", hyperparams: { learningRate: 100 } }] });
  page.send({ type: "play", experiment: "a" });
  await page.next("status", ({ status }) => status === "paused");
  expect(page.all("runStatus")).toMatchObject([{ run: "sgd", status: "diverged" }]);
});

test("runs may have the names that every object answers to", async () => {
  const names = ["__proto__", "constructor"];
  await opened({ ...SINE, optimizers: names.map((run) => ({ id: "apo-lr", run })) });
  page.send({ type: "metaStep", experiment: "a", run: "__proto__" });
  await page.next("status", ({ status }) => status === "paused");
  expect(Object.entries(page.all("rows").at(-1)?.metaSteps ?? {})).toEqual(names.map((run) => [run, 1]));
  for (const run of names) expect(page.column("a", run, "trainLoss")[0]).toBeGreaterThan(0);
});
