import { formatNumber } from "../src/store/words/format";
import { expect, test } from "./fixtures";
import { LookaheadPage, type TestLookahead } from "./lookaheadPage";
import { mean, relativeDifference, runOf } from "./testState";

/** Mean discrepancy on B′ of what is drawn there before and after. */
function discrepancy({ fsdBefore, fsdAfter }: TestLookahead, of: (before: number, after: number) => number): number {
  return mean(fsdBefore.map((before, i) => of(before, fsdAfter[i] as number)));
}
const halfSquare = (f: number, after: number) => 0.5 * (after - f) ** 2;
/** KL(old ‖ new) of two classes from the probabilities of one. */
const divergence = (p: number, q: number) => p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q));

const CASES = [
  { task: "sine", of: halfSquare, tolerance: 1e-4 },
  { task: "spirals", of: divergence, tolerance: 1e-2 },
] as const;

for (const { task, of, tolerance } of CASES)
  test(`one step ahead on ${task} shows the numbers that the step then records`, async ({ lab }) => {
    const view = new LookaheadPage(lab);
    await lab.open(`task=${task}&opt=apo-p,sgdm&lf=0.5&lw=0.01&views=lookahead`);
    await lab.takeSteps(2);
    const ahead = await view.aheadOf("apo-p");
    expect([ahead.step, ahead.counts]).toEqual([2, { batch: 64, fsdBatch: 64 }]);
    expect(relativeDifference(discrepancy(ahead, of), ahead.fsd)).toBeLessThan(tolerance);
    await expect(view.number("loss on B")).toHaveText(formatNumber(ahead.objectiveLoss));
    await expect(view.number("FSD")).toHaveText(formatNumber(0.5 * ahead.fsd));
    await expect(view.number("WSD")).toHaveText(formatNumber(0.01 * ahead.wsd));
    await expect(view.number("step length")).toHaveText(formatNumber(ahead.stepLength));
    const objective = ahead.objectiveLoss + 0.5 * ahead.fsd + 0.01 * ahead.wsd;
    await expect(view.figure).toContainText(`and Q is ${formatNumber(objective)}.`);
    expect(relativeDifference(ahead.objective, objective)).toBeLessThan(1e-9);

    await lab.takeSteps(1);
    const { columns } = runOf(await lab.state(), "apo-p");
    expect(relativeDifference(columns.trainLoss[2] as number, ahead.batchLoss)).toBeLessThan(1e-6);
    for (const name of ["objective", "objectiveLoss", "fsd", "wsd"] as const)
      expect(relativeDifference(columns[name][2] as number, ahead[name]), name).toBeLessThan(1e-6);
  });

test("the walk goes through the five stages of the step to come, and its last button takes exactly that step", async ({
  lab,
}) => {
  const view = new LookaheadPage(lab);
  await lab.open("task=sine&opt=apo-lr,sgdm&k=2&lf=0.5&steps=20000&views=lookahead");
  const ahead = await view.aheadOf("apo-lr");
  await view.walkButton.click();
  await expect(view.walk).toContainText(`‖g‖ = ${formatNumber(ahead.gradientNorm, 3)}`);
  await expect(view.pointedAt()).toHaveCount(1);
  await expect(lab.loss.figure).toHaveAttribute("data-pointed", "true");
  await view.next.click();
  await view.next.click();
  await expect(view.walk).toContainText(`FSD ${formatNumber(ahead.fsd, 3).replace("-", "−")}`);
  await expect(lab.loss.figure).not.toHaveAttribute("data-pointed");
  await view.next.click();
  await lab.keyboard.press("Enter"); // the focus stays on Next
  await expect(lab.stepButton).toHaveAttribute("data-pointed", "true");
  expect(await lab.state()).toMatchObject({ step: 0, view: { walkStage: 5 } });
  await view.takeStep.click();
  await lab.isAtRest(1);
  await expect(lab.stepCount).toHaveText("1");
  await view.aheadOf("apo-lr");
  expect(await lab.state()).toMatchObject({ step: 1, view: { walkStage: 1 } });
  await view.next.click();
  await view.next.click();
  await expect(view.walk).toContainText("With K 2 step 1 makes no meta-update: φ stays until step 2.");
  await lab.keyboard.press("Escape");
  await expect(view.walk).toBeHidden();
  await expect(view.walkButton).toBeFocused();
  await view.walkButton.click();
  await lab.keyboard.press("Home");
  await lab.playButton.click();
  await expect(view.walk).toBeHidden();
  await lab.pauseButton.click();
});
