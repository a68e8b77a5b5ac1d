import { afterEach, expect, test } from "vitest";
import { openTestTrainer, type TestPage } from "../testing/testTrainer";

let page: TestPage;
afterEach(() => page.close());

test("a grid of learning rates trains beside the race on the same batches, pauses with it, and is measured but not pictured", async () => {
  page = openTestTrainer();
  const optimizers = [{ id: "apo-lr", hyperparams: { baseOptimizer: "sgd" } }];
  page.configure("a", { task: "sine", seed: 3, batchSize: 16, optimizers, learningRateGrid: true });
  await page.next("status", ({ status }) => status === "idle");
  for (const step of [1, 2]) {
    page.send({ type: "step", experiment: "a" });
    expect(await page.next("status")).toMatchObject({ status: "paused", step });
  }
  const grid = Array.from({ length: 8 }, (_, i) => `grid/${i + 1}`);
  expect(page.all("ready")[0]?.runs.map(({ run }) => run)).toEqual(["apo-lr", ...grid]);
  const [first] = page.column("a", "apo-lr", "trainLoss");
  for (const run of grid) {
    expect(page.column("a", run, "step")).toEqual([0, 1]);
    expect(page.column("a", run, "trainLoss")[0]).toBe(first);
  }
  expect(grid.map((run) => page.column("a", run, "learningRate")[1])).toEqual([
    0.001, 0.0031, 0.0099, 0.031, 0.097, 0.3, 0.96, 3,
  ]);
  expect(new Set(page.all("evaluation").map(({ run }) => run))).toEqual(new Set(["apo-lr", ...grid]));
  const pictured = page.all("prediction").flatMap(({ runs }) => runs.map(({ run }) => run));
  expect(new Set(pictured)).toEqual(new Set(["apo-lr"]));
});
