import { expect, test } from "./fixtures";
import { backgroundColorOf } from "./look";
import { numbersOf, runOf } from "./testState";

test("a link sets task, seed, optimizers, device, steps, knobs and theme", async ({ lab }) => {
  await lab.open(
    "task=spirals&seed=11&opt=apo-p,apo-lr,adam&backend=cpu&steps=4&lf=0.5&lw=0.01&k=4&apo-lr.k=7&alpha=0.02&theme=dark",
  );
  const state = await lab.state();
  expect(state).toMatchObject({ task: "spirals", seed: 11, backend: "cpu", steps: 4, step: 0, status: "idle" });
  expect(state.runs.map(({ optimizer }) => optimizer)).toEqual(["apo-p", "apo-lr", "adam"]);
  const common = { lambdaFsd: 0.5, lambdaWsd: 0.01, metaLearningRate: 0.02 };
  expect(runOf(state, "apo-p").hyperparams).toMatchObject({ ...common, metaUpdateInterval: 4 });
  expect(runOf(state, "apo-lr").hyperparams).toMatchObject({ ...common, metaUpdateInterval: 7 });
  expect(state.notices).toEqual([]);

  await expect(lab.task).toHaveValue("spirals");
  await expect(lab.seed).toHaveValue("11");
  await expect(lab.device).toHaveValue("cpu");
  await expect(lab.slider("λ_FSD")).toHaveAttribute("aria-valuetext", "0.50");
  await expect(lab.badge).toHaveText("CPU CPU, as chosen.");
  expect(await backgroundColorOf(lab.frame)).toBe("rgb(16, 18, 21)"); // --surface, dark
});

test("the address follows what is done, and brings it back with the same numbers", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p,sgdm,adam&seed=5");
  await lab.seed.fill("6");
  await lab.seed.press("Enter");
  await lab.isAtRest(0);
  await lab.speed.selectOption("25/s");
  await lab.chartChoice("epochs").click();
  await lab.seriesToggle("SGDm").click();
  await lab.takeSteps(2);
  await lab.typeNumber("λ_FSD", "7.5");
  await lab.takeSteps(2);
  await expect(lab.page).toHaveURL(/seed=6.*at=2:apo-p\.lf=7\.5.*x=epochs.*off=sgdm.*speed=25/);
  const before = await lab.state();

  await lab.page.reload();
  await lab.isAtRest(0);
  const reopened = await lab.state();
  expect(reopened).toMatchObject({
    task: "sine",
    seed: 6,
    speed: 25,
    scheduled: [{ step: 2, run: "apo-p", value: 7.5 }],
  });
  expect(reopened.view).toEqual(before.view);
  await expect(lab.seriesToggle("SGDm")).toHaveAttribute("aria-pressed", "false");
  await expect(lab.chartChoice("epochs")).toBeChecked();
  await lab.takeSteps(4);
  const after = await lab.state();
  expect(after.interventions).toEqual(before.interventions);
  expect(numbersOf(after)).toEqual(numbersOf(before));
});

test("Copy link puts the address of this state on the clipboard, or where that is closed into a field to copy from", async ({
  lab,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await lab.open("task=cars&opt=sgdm,adam&seed=3");
  await lab.copyLinkButton.click();
  await expect(lab.linkCopied).toBeVisible();
  const link = await lab.page.evaluate(() => navigator.clipboard.readText());
  await lab.page.goto(link);
  await lab.isAtRest(0);
  const state = await lab.state();
  expect(state).toMatchObject({ task: "cars", seed: 3 });
  expect(state.runs.map(({ run }) => run)).toEqual(["sgdm", "adam"]);

  await context.clearPermissions();
  const field = lab.frame.getByRole("textbox", { name: "Link to this state" });
  const deny = () => {
    const refuse = () => Promise.reject(new DOMException("Write permission denied.", "NotAllowedError"));
    Object.defineProperty(navigator, "clipboard", { value: { writeText: refuse }, configurable: true });
  };
  await lab.page.evaluate(deny);
  for (const width of [1280, 390]) {
    await lab.page.setViewportSize({ width, height: 844 });
    await lab.copyLinkButton.click();
    await expect(field).toBeFocused();
    await expect(field).toHaveValue(link);
    expect(await field.evaluate((input: HTMLInputElement) => [input.selectionStart, input.selectionEnd])).toEqual([
      0,
      link.length,
    ]);
    const box = await field.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(width);
    await lab.keyboard.press("Escape");
    await expect(field).toBeHidden();
  }
});
