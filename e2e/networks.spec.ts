import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { overflowOf } from "./look";
import { numbersOf, valuesOf } from "./testState";

/** Lockstep steps of a race with meta-updates before the first, the fourth and the seventh; the benchmark watches twenty of each. */
const STEPS = 7;

const onImages = (name: string, network: string, width: string, layers: number) => ({
  name,
  link: `task=cifar10&network=${network}&images=500`,
  options: { network, width, augment: "on" },
  runs: ["apo-p", "apo-lr", "sgdm", "adam", "kfac"],
  layers,
});

/** Every network as it comes, in its default width with the methods of its race, on small batches of few examples. */
const RACES = [
  onImages("AlexNet ×1/4", "alexnet", "1/4", 6),
  onImages("VGG16 ×1/8", "vgg16", "1/8", 14),
  onImages("ResNet-18 ×1/8", "resnet18", "1/8", 41),
  onImages("WRN-28-0.5", "wrn28", "0.5", 53),
  {
    name: "the Transformer",
    link: "task=translation",
    options: { size: "normal" },
    runs: ["apo-p", "apo-lr", "sgdm", "adam"],
    layers: 48,
  },
];

/** Takes the first step of a race: the tensors that its workers hold then, and its numbers. */
async function takeFirstStep(lab: ExperimentPage) {
  await lab.takeSteps(1);
  const count = async () => (await lab.hook.getState({ columns: [] })).tensors;
  await expect.poll(count).toBeGreaterThan(0);
  return { tensors: await count(), numbers: numbersOf(await lab.state()) };
}

/** Presses Pause in the page: what the button says in the next frame, and once the page is paused. */
function pressPause(lab: ExperimentPage) {
  return lab.frame.evaluate(async () => {
    const names = ["Pause", "Pausing", "Play"];
    const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === names[0]);
    const says = () => names.find((name) => name === button?.textContent);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const { getStatus } = (window as never as { __apo: { getStatus(): { status: string } } }).__apo;
    button?.click();
    await frame();
    const atOnce = says();
    while (getStatus().status === "running") await frame();
    await frame();
    return [atOnce, says()];
  });
}

for (const { name, link, options, runs, layers } of RACES)
  test(`the methods of ${name} race in lockstep, pause and go on, and start anew with nothing left`, async ({
    lab,
  }) => {
    await lab.open(`${link}&batch=8&k=3&steps=40&views=none&backend=wasm`);
    const fresh = await lab.state();
    expect(fresh.taskOptions).toMatchObject(options);
    expect(fresh.runs.map(({ run }) => run)).toEqual(runs);
    const first = await takeFirstStep(lab);

    await lab.playButton.click();
    await lab.hook.waitForStep(3);
    const [atOnce, atLast] = await pressPause(lab);
    expect(atOnce).toMatch(/^(Pausing|Play)$/);
    expect(atLast).toBe("Play");
    const paused = await lab.state();
    // a run may have taken the step that the others wait in: the next takes the rest of it, and no more
    await lab.takeSteps(1);
    await lab.hook.runTo(Math.max(STEPS, (await lab.state()).step));
    const state = await lab.state();
    const losses = state.runs.map(({ run }) => valuesOf(state, run, "trainLoss"));
    expect(new Set(losses.map(([first]) => first)).size).toBe(1);
    for (const [i, { run, layers: drawn }] of state.runs.entries()) {
      expect(losses[i], run).toHaveLength(state.step);
      expect(losses[i]?.every(Number.isFinite), run).toBe(true);
      expect(losses[i]?.slice(0, paused.step), run).toEqual(valuesOf(paused, run, "trainLoss"));
      expect(drawn).toHaveLength(layers);
    }

    const workers = lab.page.workers().length;
    await lab.resetButton.click();
    await lab.isAtRest(0);
    await lab.hook.whenReady();
    expect((await lab.state()).runs.every(({ columns }) => columns.trainLoss.length === 0)).toBe(true);
    expect(await takeFirstStep(lab)).toEqual(first);
    await expect.poll(() => lab.page.workers().length).toBe(workers);
  });

test("a network is chosen by name and width, and no word is too wide on a phone", async ({ lab, page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await lab.open("task=cifar10&images=500&batch=8&steps=4&opt=sgdm");
  await lab.openControls();
  await expect(lab.network.getByRole("option", { name: "ResNet-18 ×1/8" })).toBeAttached();
  await lab.network.selectOption("WRN-28-0.5");
  await lab.isAtRest(0);
  expect((await lab.state()).taskOptions).toMatchObject({ network: "wrn28", width: "0.5", augment: "on" });
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    await expect.poll(() => overflowOf(lab.frame)).toMatchObject({ width: 0 }); // drawings follow a frame later
  }
});
