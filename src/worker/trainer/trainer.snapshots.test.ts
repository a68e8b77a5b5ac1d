import { afterEach, expect, test } from "vitest";
import { createCounterRace } from "../testing/counterRace";
import { openTestTrainer, type TestPage } from "../testing/testTrainer";

let page: TestPage;
afterEach(() => page.close());

/** Trains 64 steps of a race that counts; the steps of its predictions in order. */
async function predictedSteps(workMs: number, stepsPerSecond: number | null, steps = 64): Promise<number[]> {
  page = openTestTrainer({ createRace: (_, { runs }) => createCounterRace(runs, { workMs }) });
  page.configure("a", { task: "sine", steps, optimizers: [{ id: "sgdm" }] }, stepsPerSecond);
  await page.next("status", ({ status }) => status === "idle");
  page.send({ type: "play", experiment: "a" });
  await page.next("prediction", ({ step }) => step === steps);
  return page.all("prediction").map(({ step }) => step);
}

const multiples = (stride: number, last: number) => Array.from({ length: last / stride + 1 }, (_, i) => i * stride);

test.each([0, 3, 12])(
  "two equal runs have snapshots of the same steps, however long a step takes: %i ms",
  async (workMs) => {
    const steps = await predictedSteps(workMs, null);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    // 64 planned steps: every second; what comes between is for the moment
    expect(steps.filter((step) => step % 2 === 0)).toEqual(multiples(2, 64));
  },
);

test("at a speed that leaves the time for it every step is shown", async () => {
  expect(await predictedSteps(0, 200, 30)).toEqual(multiples(1, 30));
});
