import { recordedSettings } from "../src/config/claims/recordedSettings";
import { resolveExperiment } from "../src/config/experiment/resolveExperiment";
import { formatSettingValue } from "../src/store/words/format";
import { expectAccessible } from "./accessibilityFaults";
import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { runOf } from "./testState";

const RACE = "task=sine&opt=apo-lr,sgdm,adam&sgdm.learningRate=0.4";
const { config } = resolveExperiment({ version: 1, task: "sine", optimizers: [{ id: "sgdm" }, { id: "adam" }] });

/** The learning rate that the records of the sine have found best for a method. */
function bestOnRecord(id: "sgdm" | "adam"): number {
  const recorded = recordedSettings(config, { id, run: id })?.config.optimizers[0]?.hyperparams.learningRate;
  if (recorded === undefined) throw new Error(`There is no record of ${id}.`);
  return recorded;
}

const openRates = (lab: ExperimentPage) =>
  lab.controls.getByText("Learning rates set by hand", { exact: true }).click();
const wayOf = (lab: ExperimentPage, name: RegExp) => lab.controls.getByRole("button", { name });
const rateOf = async (lab: ExperimentPage) => runOf(await lab.state(), "sgdm").hyperparams.learningRate;

for (const size of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
])
  test(`one press sets η to the best on record and one sets it back, at ${size.width} px`, async ({ lab }) => {
    await lab.page.setViewportSize(size);
    await lab.open(RACE);
    const isPhone = size.width < 980;
    if (isPhone) await lab.openControls();
    await openRates(lab);
    const set = wayOf(lab, /^Set to optimum: η of SGDm$/);
    const best = bestOnRecord("sgdm");
    await expect(lab.controls.getByText(`η ${formatSettingValue(best)}`, { exact: true }).first()).toBeVisible();
    await expect(lab.controls.getByText(/^On record: \d+ candidates, seed 0/).first()).toBeVisible();
    await expect(wayOf(lab, /^Set to optimum: η of Adam$/)).toBeDisabled(); // it starts there
    expect(runOf(await lab.state(), "adam").hyperparams.learningRate).toBe(bestOnRecord("adam"));
    const box = await set.boundingBox();
    if (isPhone) expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(await lab.page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
    await set.click();
    expect(await rateOf(lab)).toBe(best);
    await expectAccessible(lab.page, "the rates");
    const back = wayOf(lab, /^Back to 0\.40: η of SGDm$/);
    await expect(back).toBeFocused();
    await lab.keyboard.press("Enter");
    expect(await rateOf(lab)).toBe(0.4);
    await expect(set).toBeFocused();
  });

test("while it trains the move acts in the next step, and other settings than the record's are named", async ({
  lab,
}) => {
  await lab.open(`${RACE}&batch=16&steps=300`);
  await lab.takeSteps(2);
  await openRates(lab);
  await expect(lab.controls.getByText(/That was with batch size 64, 1000 steps:/).first()).toBeVisible();
  await wayOf(lab, /^Set to optimum: η of SGDm$/).click();
  await lab.takeSteps(1);
  const { interventions } = await lab.state();
  expect(interventions).toEqual([
    { step: 2, run: "sgdm", name: "learningRate", from: 0.4, value: bestOnRecord("sgdm") },
  ]);
});

test("the slider goes to its new place in sight, and is there at once where less motion is asked for", async ({
  lab,
}) => {
  for (const reducedMotion of ["no-preference", "reduce"] as const) {
    await lab.page.emulateMedia({ reducedMotion });
    await lab.page.goto(`./?${RACE}`); // a test's page has no animation
    await openRates(lab);
    const set = wayOf(lab, /^Set to optimum: η of SGDm$/);
    await expect(set).toBeVisible();
    const places = set.evaluate(async (button) => {
      const thumb = button.closest(".rate")?.querySelector(".slider-thumb");
      const seen: number[] = [];
      (button as HTMLElement).click();
      for (const start = performance.now(); performance.now() - start < 1000; )
        seen.push(
          await new Promise((done) => requestAnimationFrame(() => done(thumb?.getBoundingClientRect().x ?? 0))),
        );
      return [...new Set(seen)];
    });
    if (reducedMotion === "reduce") expect((await places).length).toBeLessThanOrEqual(2);
    else expect((await places).length).toBeGreaterThan(3);
  }
});
