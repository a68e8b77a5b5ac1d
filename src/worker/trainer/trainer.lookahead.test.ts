import { afterEach, expect, test } from "vitest";
import { openTestTrainer, type TestPage } from "../testing/testTrainer";

let page: TestPage;
afterEach(() => page.close());

const SINE = { task: "sine", seed: 3, batchSize: 16, optimizers: [{ id: "apo-lr" }, { id: "sgdm" }] };

test("each rest of an open view looks at the step to come, of every run that looks ahead; a closed view at none", async () => {
  page = openTestTrainer();
  page.configure("a", SINE);
  await page.next("prediction");
  page.send({ type: "step", experiment: "a" });
  await page.next("prediction", ({ step }) => step === 1);
  expect(page.all("lookahead")).toEqual([]);

  page.send({ type: "setViews", experiment: "a", views: ["lookahead"] });
  const { run, step, lookahead } = await page.next("lookahead");
  expect([run, step, lookahead.batch.length, lookahead.fsdBatch.length]).toEqual(["apo-lr", 1, 16, 16]);

  page.send({ type: "step", experiment: "a" });
  await page.next("lookahead", (event) => event.step === 2);
  // what was looked at is what the step then read
  expect(page.column("a", "apo-lr", "trainLoss")[1]).toBe(lookahead.batchLoss);
  expect(page.all("lookahead").map((event) => [event.run, event.step])).toEqual([
    ["apo-lr", 1],
    ["apo-lr", 2],
  ]);
});
