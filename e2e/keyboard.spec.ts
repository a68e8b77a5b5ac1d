import { expect, test } from "./fixtures";
import { valuesOf } from "./testState";

test("keys play, pause, step, reset and draw a new seed", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-lr,sgdm&seed=7&k=5");
  await lab.keyboard.press("Space");
  await expect(lab.pauseButton).toBeVisible();
  await lab.keyboard.press("Space");
  await expect(lab.playButton).toBeVisible();
  await lab.keyboard.press("r");
  await lab.isAtRest(0);
  await lab.keyboard.press("ArrowRight");
  await expect(lab.stepCount).toHaveText("1");
  await lab.isAtRest(1);
  await lab.keyboard.press("Shift+ArrowRight");
  await lab.isAtRest(6); // the meta-update before step 5 is done with step 6
  await expect(lab.metaStepCount).toHaveText("2");
  await lab.keyboard.press("n");
  await expect(lab.seed).not.toHaveValue("7");
  await expect(lab.stepCount).toHaveText("0");
});

test("keys show and hide series, switch the scale, and open and close help", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm,adam");
  await lab.takeSteps(1);
  await lab.keyboard.press("2");
  await expect(lab.seriesToggle("Adam")).toHaveAttribute("aria-pressed", "false");
  await lab.keyboard.press("2");
  await expect(lab.seriesToggle("Adam")).toHaveAttribute("aria-pressed", "true");
  await lab.keyboard.press("l");
  await expect(lab.chartSwitch("log")).toHaveAttribute("aria-pressed", "false");
  await lab.keyboard.press("?");
  await expect(lab.helpDialog).toBeVisible();
  await lab.keyboard.press("ArrowRight");
  await lab.keyboard.press("Escape");
  await expect(lab.helpDialog).toBeHidden();
  await expect(lab.stepCount).toHaveText("1");
});

test("keys that are typed into a field do nothing else", async ({ lab }) => {
  await lab.open("task=sine&opt=apo-p&seed=7");
  await lab.takeSteps(1);
  await lab.seed.focus();
  for (const key of ["Space", "ArrowRight", "r", "n", "l", "1"]) await lab.keyboard.press(key);
  await lab.keyboard.press("Escape");
  await expect(lab.seed).toHaveValue("7");
  await expect(lab.stepCount).toHaveText("1");
  await expect(lab.chartSwitch("log")).toHaveAttribute("aria-pressed", "true");
  await expect(lab.seriesToggle("APO-P")).toHaveAttribute("aria-pressed", "true");
  expect((await lab.state()).status).toBe("paused");
});

test("a held key acts once, and where the layout is not Latin a key is known by its place", async ({ lab }) => {
  await lab.page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    const counts = { configured: 0 };
    Object.assign(window, { counts });
    Worker.prototype.postMessage = function (...sent: unknown[]) {
      if ((sent[0] as { type?: string }).type === "configure") counts.configured += 1;
      return Reflect.apply(postMessage, this, sent);
    };
  });
  const restarts = () =>
    lab.frame.evaluate(() => (window as never as { counts: { configured: number } }).counts.configured);
  const hold = async (key: string) => {
    for (let time = 0; time < 4; time++) await lab.keyboard.down(key); // all but the first are repeats
    await lab.keyboard.up(key);
  };
  const cdp = await lab.page.context().newCDPSession(lab.page);
  const press = async (key: string, code: string) => {
    await cdp.send("Input.dispatchKeyEvent", { type: "keyDown", key, code, text: key });
    await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", key, code });
  };
  await lab.open("task=sine&opt=sgdm&seed=7");
  const log = lab.chartSwitch("log");
  const series = lab.seriesToggle("SGDm");
  await hold("ArrowRight");
  await lab.isAtRest(4); // along the steps it goes on
  await hold("l");
  await expect(log).toHaveAttribute("aria-pressed", "false");
  await press("д", "KeyL"); // Russian
  await expect(log).toHaveAttribute("aria-pressed", "true");
  await hold("1");
  await expect(series).toHaveAttribute("aria-pressed", "false");
  await press("&", "Digit1"); // French
  await expect(series).toHaveAttribute("aria-pressed", "true");
  await lab.newSeedButton.focus();
  for (const [times, act] of [
    [2, () => hold("n")],
    [3, () => hold("r")],
    [4, () => press("ر", "KeyN")], // Arabic
    [5, () => hold("Enter")], // on the button for a new seed
  ] as const) {
    await act();
    await lab.isAtRest(0);
    expect(await restarts()).toBe(times);
  }
});

test("keys of one character can be switched off, and stay off in this browser", async ({ lab }) => {
  await lab.open("task=sine&opt=sgdm,adam&seed=7");
  await lab.keyboard.press("?");
  const box = lab.helpDialog.getByRole("checkbox", { name: "Shortcuts of one character" });
  await box.uncheck();
  await lab.keyboard.press("Escape");
  await expect(lab.helpDialog).toBeHidden();
  const pressAll = async () => {
    for (const key of ["n", "r", "l", "2", "?", "Space"]) await lab.keyboard.press(key);
    await expect(lab.helpDialog).toBeHidden();
    await expect(lab.chartSwitch("log")).toHaveAttribute("aria-pressed", "true");
    await expect(lab.seriesToggle("Adam")).toHaveAttribute("aria-pressed", "true");
    expect(await lab.state()).toMatchObject({ seed: 7, status: "paused" });
  };
  await lab.keyboard.press("ArrowRight");
  await lab.isAtRest(1);
  await pressAll();
  await lab.open("task=sine&opt=sgdm,adam&seed=7");
  await lab.keyboard.press("ArrowRight");
  await lab.isAtRest(1);
  await pressAll();
  await lab.frame.getByRole("button", { name: "Help" }).click();
  await box.check();
  await lab.keyboard.press("Escape");
  await lab.keyboard.press("l");
  await expect(lab.chartSwitch("log")).toHaveAttribute("aria-pressed", "false");
});

test("N and R on a run of more than a minute can be undone: it is back from its log, and goes on with the same numbers", async ({
  lab,
}) => {
  await lab.open("task=sine&opt=apo-p,sgdm&seed=7&steps=40&clock=wall");
  const worker = lab.page.workers().find((one) => one.url().includes("trainer"));
  await worker?.evaluate(() => {
    const now = performance.now.bind(performance);
    performance.now = () => 20_000 * now(); // a step of milliseconds is one of minutes
  });
  await lab.takeSteps(3);
  await lab.slider("λ_FSD").press("End");
  await lab.takeSteps(3);
  const long = await lab.state();
  const link = () => lab.frame.evaluate(() => location.search);
  await expect.poll(link).toContain("at=3:apo-p.lf=100");
  const linkBefore = await link();

  await lab.keyboard.press("n");
  await lab.isAtRest(0);
  await expect(lab.notice("Restarted at step 0")).toContainText("The 6 steps taken before, ");
  await lab.keyboard.press("r"); // and one more mistake
  await lab.isAtRest(0);
  await lab.notices.getByRole("button", { name: "Bring it back" }).click();
  await lab.isAtRest(6);
  const back = await lab.state();
  expect(back).toMatchObject({ seed: 7, status: "paused", step: 6, interventions: long.interventions });
  expect(back.runs.map(({ columns }) => columns)).toEqual(long.runs.map(({ columns }) => columns));
  await expect(lab.loss.stepShown).toHaveText("at 5");
  await expect(lab.notice("The run is back, up to step 6")).toBeVisible();
  await expect.poll(link).toBe(linkBefore);

  await lab.takeSteps(2);
  await expect(lab.notice("The run is back, up to step 6")).toBeHidden();
  const after = await lab.state();
  expect(after.retraining).toBeNull();
  expect(after.notices.map(({ title }) => title)).toEqual([]);
  await lab.open(`${linkBefore.slice(1)}`);
  await lab.takeSteps(8);
  const straight = await lab.state();
  for (const run of ["apo-p", "sgdm"])
    expect(valuesOf(after, run, "trainLoss"), run).toEqual(valuesOf(straight, run, "trainLoss"));
});
