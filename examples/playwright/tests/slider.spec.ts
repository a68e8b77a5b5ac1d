import { expect, test } from "apo-lab/playwright";

test("a higher price of changing outputs makes smaller steps, and the loss still falls", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p&steps=60&seed=7&backend=wasm");
  await lab.hook.runTo(30);
  await lab.typeNumber("λ_FSD", "30");
  await lab.hook.runTo(60);
  const { effects, runs } = await lab.hook.getState({ columns: ["trainLoss"] });
  const { before, after } = effects[0]?.effect ?? {};
  expect(after?.stepLength).toBeLessThan(before?.stepLength ?? 0);
  await expect(lab).toHaveLossBelow("apo-p", runs[0]?.columns.trainLoss[0] ?? 0, { last: 10 });
});
