import { expect, test } from "./fixtures";
import { mean, relativeDifference, type TestState, valuesOf } from "./testState";

/** Losses of all runs on the first batch, before any has moved. */
function firstLosses({ runs }: TestState): (number | null)[] {
  return runs.map(({ columns }) => columns.trainLoss[0] ?? null);
}

function expectSameStart(state: TestState): void {
  const [first, ...others] = firstLosses(state);
  for (const other of others) expect(relativeDifference(Number(other), Number(first))).toBeLessThanOrEqual(1e-6);
}

// A drawn one and one of a file; of every task the golden traces hold it (src/core/training/golden).
for (const task of ["sine", "cars"]) {
  test(`on ${task} all six optimizers start from the same loss and go their own ways`, async ({ lab }) => {
    await lab.open(`task=${task}&opt=apo-p,apo-lr,sgd,sgdm,adam,kfac`);
    await lab.takeSteps(3);
    const state = await lab.state();
    expect(state.task).toBe(task);
    expect(state.runs).toHaveLength(6);
    expectSameStart(state);
    expect(new Set(state.runs.map(({ columns }) => columns.trainLoss[2])).size).toBe(6);
    await expect(lab.table).toHaveAccessibleName(/loss at step 0 is \S+ for each/);
  });
}

test("on 2,000 photographs of CIFAR-10 all five learn, from the same start", async ({ lab }) => {
  test.setTimeout(420_000);
  await lab.open("task=cifar10&images=2000&batch=32&opt=sgdm,adam,kfac,apo-lr,apo-p&backend=wasm&steps=60");
  await lab.playButton.click();
  await lab.isAtRest(60);
  const state = await lab.state();
  expect(state.backend).toBe("wasm");
  expect(state.taskOptions.trainImages).toBe(2000);
  expectSameStart(state);
  for (const { run } of state.runs) {
    const losses = valuesOf(state, run, "trainLoss");
    expect(losses).toHaveLength(60);
    expect(mean(losses.slice(-10)), `last ten losses of ${run}`).toBeLessThan(mean(losses.slice(0, 10)));
  }
});
