import { expect, test } from "./fixtures";
import { KeptPage } from "./keptPage";
import { numbersOf, valuesOf } from "./testState";

// A replay that differs once is a fault, whatever a second try says.
test.describe.configure({ retries: 0 });

/** The smallest network of the poster with all that a network has: crops by chance, and factors of convolutions. */
const RACE = "task=cifar10&network=alexnet&width=1/16&images=500&batch=8&steps=16&opt=apo-p,sgdm,kfac&backend=wasm";

test("a network's moves stand in its link and act again, its run is kept through a reload, and a fork goes on from its step", async ({
  lab,
}) => {
  const kept = new KeptPage(lab);
  await kept.open(`${RACE}&views=none`);
  await lab.takeSteps(3);
  await lab.typeNumber("λ_FSD", "7.5");
  await lab.playToTheEnd();
  const moved = await lab.state();
  expect(moved.interventions).toMatchObject([{ step: 3, run: "apo-p", name: "lambdaFsd", value: 7.5 }]);
  await expect(lab.page).toHaveURL(/at=3:apo-p\.lf=7\.5/);
  await kept.openList();
  await expect(kept.run("CIFAR-10, AlexNet ×1/16")).toContainText("16 of 16 steps");
  await kept.button("Close").click();

  // the link alone brings the same numbers, and so does the run that was kept
  await lab.page.reload();
  await lab.isAtRest(0);
  expect(await lab.state()).toMatchObject({
    taskOptions: { network: "alexnet", width: "1/16" },
    scheduled: [{ step: 3, run: "apo-p", value: 7.5 }],
  });
  await kept.goOnButton.click();
  await lab.isAtRest(16);
  expect(numbersOf(await lab.state())).toEqual(numbersOf(moved));
  await lab.views.scrubber.fill("12");
  await lab.frame.getByRole("button", { name: "Fork here" }).click();
  await lab.isAtRest(12);
  await lab.takeSteps(2);
  const branch = await lab.state();
  for (const run of ["apo-p", "sgdm", "kfac"])
    expect(valuesOf(branch, run, "trainLoss")).toEqual(valuesOf(moved, run, "trainLoss").slice(0, 14));

  await lab.open(`${RACE}&views=none&at=3:apo-p.lf=7.5`);
  await lab.playToTheEnd();
  const replayed = await lab.state();
  expect(replayed.interventions).toEqual(moved.interventions);
  expect(numbersOf(replayed)).toEqual(numbersOf(moved));
});
