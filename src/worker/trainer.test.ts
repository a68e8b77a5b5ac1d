import { afterEach, expect, test } from "vitest";
import { openTestTrainer, type TestPage } from "./testTrainer";

let page: TestPage;
afterEach(() => page.close());

const SINE = { task: "sine", seed: 3, batchSize: 16, optimizers: [{ id: "apo-lr" }, { id: "sgdm" }] };

async function opened(input: Record<string, unknown> = SINE, stepsPerSecond: number | null = null): Promise<TestPage> {
  page = openTestTrainer();
  page.configure("a", input, stepsPerSecond);
  await page.next("status", ({ status }) => status === "idle", 0);
  return page;
}

test("configuring shows named stages, then the runs, then an idle race with its first evaluation and prediction", async () => {
  await opened();
  await page.next("prediction", undefined, 0);
  const stages = page.all("progress").map(({ stage }) => stage);
  expect([...new Set(stages)]).toEqual(["app", "data", "device", "compile"]);
  for (const { fraction } of page.all("progress")) {
    expect(fraction).toBeGreaterThanOrEqual(0);
    expect(fraction).toBeLessThanOrEqual(1);
  }
  const [ready] = page.all("ready");
  expect(ready?.runs.map(({ run }) => run)).toEqual(["apo-lr", "sgdm"]);
  expect(ready?.environment).toMatchObject({ backend: "cpu", reason: "CPU, as chosen." });
  // 1-64-64-1 with biases: 64·2 + 64·65 + 65
  expect(ready?.sizes).toMatchObject({ parameterCount: 4353 });
  const evaluations = page.all("evaluation");
  expect(evaluations.map(({ run, evaluation }) => [run, evaluation.step])).toEqual([
    ["apo-lr", 0],
    ["sgdm", 0],
  ]);
  expect(page.all("prediction")[0]?.runs).toHaveLength(2);
});

test("Step takes exactly one step of every run, then pauses", async () => {
  await opened();
  page.send({ type: "step", experiment: "a" });
  expect(await page.next("status")).toMatchObject({ status: "paused", step: 1 });
  expect(page.column("a", "sgdm", "step")).toEqual([0]);
  expect(page.column("a", "apo-lr", "step")).toEqual([0]);
  expect(page.all("status").some(({ status }) => status === "running")).toBe(false);
});
