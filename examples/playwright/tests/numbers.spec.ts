import { expect, test } from "apo-lab/playwright";

test("the page comes to the numbers of the golden trace", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p,sgdm&steps=20&seed=7&backend=wasm");
  await lab.hook.runTo(20);
  await expect(lab).toMatchTrace("goldens/sine.trace.json", { rtol: 1e-6 });
});
