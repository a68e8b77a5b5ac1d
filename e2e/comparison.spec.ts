import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { relativeDifference, runOf } from "./testState";

const RUNS = [
  { run: "apo-p", name: "APO-P", passes: "4.00 f + 2.00 b" }, // K = 1: three forward passes and one backward more
  { run: "apo-lr", name: "APO-η", passes: "4.00 f + 2.00 b" },
  { run: "sgdm", name: "SGDm", passes: "1.00 f + 1.00 b" },
  { run: "adam", name: "Adam", passes: "1.00 f + 1.00 b" },
  { run: "kfac", name: "KFAC", passes: "1.00 f + 2.00 b" }, // a second backward for sampled targets
];

async function numberIn(lab: ExperimentPage, name: string, column: string | RegExp): Promise<number> {
  const text = (await (await lab.cellOf(name, column)).textContent()) ?? "";
  return Number(text.replace(/ %$/, ""));
}

for (const { task, metric, unit } of [
  { task: "sine", metric: "Test RMSE", unit: 1 },
  { task: "spirals", metric: "Test accuracy", unit: 100 },
]) {
  test(`the comparison of ${task} has a row of numbers for every optimizer`, async ({ lab }) => {
    await lab.open(`task=${task}&steps=10&clock=wall`);
    await lab.playToTheEnd();
    await lab.hook.whenSettled();
    const state = await lab.state();
    await expect(lab.table.getByRole("row")).toHaveCount(1 + RUNS.length);
    for (const { run, name, passes } of RUNS) {
      const { evaluations, columns, cost } = runOf(state, run);
      const last = evaluations.at(-1);
      expect(last?.step).toBe(10);
      expect(relativeDifference(await numberIn(lab, name, "Train loss"), Number(last?.trainLoss))).toBeLessThan(1e-3);
      expect(relativeDifference(await numberIn(lab, name, "Test loss"), Number(last?.testLoss))).toBeLessThan(1e-3);
      expect(await numberIn(lab, name, metric)).toBeCloseTo(unit * Number(last?.testMetric), unit === 1 ? 3 : 0);
      await expect(await lab.cellOf(name, "Passes / step")).toHaveText(passes);
      await expect(await lab.cellOf(name, "ms / step")).toHaveText(/^\d+(\.\d)?$/);
      expect(cost?.msPerStep).toBeGreaterThan(0);
      await expect(await lab.cellOf(name, "Peak tensors")).toHaveText(/^\d+(\.\d+)? [KM]?B$/);
      expect(cost?.tensorBytes).toBeGreaterThan(1000);
      const rate = Number(columns.learningRate.at(-1));
      const how = await lab.cellOf(name, /^η now/);
      expect(relativeDifference(Number.parseFloat((await how.textContent()) ?? ""), rate)).toBeLessThan(5e-3);
      await expect(how).toContainText(/(candidates|grid of 8), seed 0|not tuned/);
    }
  });
}

test("the comparison says which settings were changed by hand", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm,adam&sgdm.learningRate=0.2");
  await expect(await lab.cellOf("SGDm", /^η now/)).toContainText("by hand: η 0.20");
  await expect(await lab.cellOf("Adam", /^η now/)).toContainText("20 candidates, seed 0");
});
