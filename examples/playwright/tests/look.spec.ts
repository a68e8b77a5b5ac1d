import { expect, test } from "apo-lab/playwright";

test("the loss chart looks as it was reviewed", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=40&seed=7&backend=wasm&theme=light");
  await lab.hook.runTo(40);
  await expect(lab.loss).toHaveChartScreenshot("loss.png");
});
