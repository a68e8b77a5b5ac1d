import { join } from "node:path";
import type { TestHook } from "../../src/store/hook/testHook";
import { coveredElements } from "../covers";
import { numbersOf, runOf } from "../testState";
import { WORDS } from "../words";
import { numbersInChromium } from "./chromium";
import { expectDragged, SLIDERS, type SliderSymbol } from "./drags";
import type { EnginePage } from "./enginePage";
import { expect, test } from "./fixtures";
import { titlesInNotes, watchTitles } from "./inPage";

const isShort = process.env.ENGINES_FORM === "short";

/** Clicks every chart at three places, and expects nothing to come of it. */
async function clickCharts(lab: EnginePage, names: readonly string[]): Promise<void> {
  const trained = async () => {
    const { step, seed, task, interventions, notices, runs } = await lab.state();
    return { step, seed, task, interventions, notices, runs: runs.map(({ run, columns }) => ({ run, columns })) };
  };
  const before = await trained();
  for (const name of names) {
    for (const across of [0.2, 0.5, 0.8]) await lab.click("figure", name, across, 0.6);
  }
  expect(await trained()).toEqual(before);
}

test(
  "a race is played, its charts are clicked, its sliders dragged and keys pressed, and its numbers are Chromium's",
  {
    tag: "@short",
  },
  async ({ lab, engine, picture, baseURL }, { project }) => {
    await engine.resize(1280, 800);
    const steps = isShort ? 20 : 200;
    const link = `task=sine&backend=wasm&seed=7&steps=${steps}`;
    await lab.open(link);
    await lab.evaluate(watchTitles);
    await lab.playToTheEnd();
    const state = await lab.state();
    expect(state.runs.length).toBeGreaterThan(3);
    expect(state.backend).toBe("wasm");
    const file = join(project.outputDir, `chromium-${steps}.json`);
    expect(numbersOf(state)).toEqual(await numbersInChromium(baseURL ?? "", link, file));
    expect.soft(await lab.evaluate(titlesInNotes), "titles that ran into the note beside them").toEqual([]);
    await picture("1280-light");
    expect(await lab.evaluate(coveredElements, "body"), "covered elements").toEqual([]);
    await clickCharts(lab, [...WORDS.charts, "Fit"]);

    await lab.click("button", WORDS.reset);
    await lab.isAtRest(0);
    await lab.press("ArrowRight");
    await lab.isAtRest(1);
    await lab.click("details.rates summary");
    const dragged: { run: string; name: string; value: number }[] = [];
    for (const symbol of Object.keys(SLIDERS) as SliderSymbol[]) {
      const { run, name } = SLIDERS[symbol];
      dragged.push({ run, name, value: await expectDragged(lab, symbol) });
    }
    await lab.press("Escape");
    await lab.click("button", WORDS.step);
    await lab.isAtRest(2);
    const after = await lab.state();
    for (const { run, name, value } of dragged)
      expect(runOf(after, run).hyperparams, run).toMatchObject({ [name]: value });
    const { interventions, runs } = after;
    expect(new Set(interventions.map(({ run, step, name }) => `${run} ${step} ${name}`))).toEqual(
      new Set(dragged.map(({ run, name }) => `${run} 1 ${name}`)),
    );
    expect(runs.map(({ run }) => run)).toEqual(state.runs.map(({ run }) => run));
  },
);

test("keys play, pause, change the scale and open help, and a letter typed into a field does nothing else", async ({
  lab,
  engine,
}) => {
  await engine.resize(1280, 800);
  await lab.open("task=sine&backend=wasm&opt=apo-p,sgdm&speed=25&steps=1000");
  await lab.press(" ");
  await lab.find("button", WORDS.pause);
  await expect.poll(async () => (await lab.state()).step).toBeGreaterThan(0);
  await lab.press(" ");
  await lab.find("button", WORDS.play);
  await lab.isAtRest();
  const { step, view } = await lab.state();
  await lab.press("l");
  await expect.poll(async () => (await lab.state()).view.axes.loss.y).not.toBe(view.axes.loss.y);
  await lab.press("Shift", "?");
  await lab.find("dialog");
  await lab.press("Escape");
  await lab.isGone("dialog", "Help");
  await lab.click("input[type=number]");
  await lab.press("r");
  await lab.press("Escape");
  expect((await lab.state()).step).toBe(step);
});

test("the embed in a post plays, its slider is dragged, and it leads to the full page in the same state", async ({
  lab,
  engine,
  picture,
}) => {
  await engine.resize(900, 700);
  await lab.openFramed("embed=1&task=sine&backend=wasm&opt=apo-p,sgdm&steps=12", 640, 420);
  expect(await lab.evaluate(coveredElements, "body")).toEqual([]);
  const lambdaFsd = await expectDragged(lab, "λ_FSD");
  await lab.playToTheEnd();
  await clickCharts(lab, ["Loss", "Objective"]);
  await picture("embed");
  expect(runOf(await lab.state(), "apo-p").hyperparams.lambdaFsd).toBe(lambdaFsd);
  await lab.click("link", WORDS.fullPageLink);
  const opened = async () => (await engine.addresses()).filter((address) => address.includes(`lf=${lambdaFsd}`)).length;
  await expect.poll(opened).toBe(1);
});

test("Copy link puts an address on the clipboard that brings this state back", async ({ lab, engine }) => {
  await engine.resize(1280, 800);
  await lab.open("task=sine&backend=wasm&opt=apo-p,sgdm&seed=11&steps=20");
  const lambdaFsd = await expectDragged(lab, "λ_FSD");
  await lab.click("button", WORDS.copyLink);
  await lab.find("status", WORDS.linkCopied);
  const address = await lab.paste();
  await lab.open(address.split("?")[1] ?? "");
  const state = await lab.state();
  expect(state).toMatchObject({ task: "sine", seed: 11, steps: 20 });
  expect(runOf(state, "apo-p").hyperparams.lambdaFsd).toBe(lambdaFsd);
});

test("a figure's numbers are copied from its menu, to the last digit", async ({ lab, engine }) => {
  await engine.resize(1280, 800);
  await lab.open("task=sine&backend=wasm&opt=apo-p,sgdm&seed=11&steps=20");
  await lab.playToTheEnd();
  await lab.click("button", "Menu of Loss");
  await lab.click("button", "Copy the numbers as CSV");
  await lab.find("[role=status] > span", "CSV copied.");
  const { runs } = await lab.state();
  const rows = (await lab.paste()).trimEnd().split("\n").slice(1);
  const cells = rows.map((row) => row.split(","));
  for (const { run, columns } of runs) {
    const losses = cells.filter((row) => row[1] === run && row[3] !== "").map((row) => Number(row[3]));
    expect(losses, run).toEqual(columns.trainLoss);
  }
});

test("a recorded run stands on the page with no worker, plays again to its end, and is what was recorded", async ({
  lab,
  engine,
}) => {
  await engine.resize(1280, 800);
  await lab.open("preset=lambda-fsd-jump&start=recorded&views=none");
  const { steps, runs } = await lab.state();
  for (const { run, columns } of runs) expect(columns.trainLoss, run).toHaveLength(steps);
  // looked at from within: a question from outside may take longer than the run plays
  await lab.evaluate(() => {
    const hook = (window as unknown as { __apo: TestHook }).__apo;
    const seen: number[] = [];
    Object.assign(window, { seen });
    setInterval(() => seen.push(hook.getStatus().step), 20);
  });
  await lab.click("button", WORDS.play);
  const least = () => lab.evaluate(() => Math.min(...(window as unknown as { seen: number[] }).seen));
  await expect.poll(least).toBeLessThan(steps);
  await lab.isAtRest(steps);
  expect((await lab.state()).runs.map(({ columns }) => columns.trainLoss)).toEqual(
    runs.map(({ columns }) => columns.trainLoss),
  );
  const scripts = () =>
    lab.evaluate(() => window.performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1) ?? ""));
  const workers = async () => (await scripts()).filter((name) => name.includes("worker"));
  expect(await workers()).toEqual([]);
  await expectDragged(lab, "λ_FSD");
  await expect.poll(async () => (await workers()).length).toBeGreaterThan(0);
});

test("390 pixels have the controls in a drawer, where the sliders are dragged, and charts that can be clicked", async ({
  lab,
  engine,
  picture,
}) => {
  await engine.resize(390, 844);
  await lab.open("task=sine&backend=wasm&opt=apo-p,sgdm&steps=12");
  await lab.playToTheEnd();
  await picture("390-light");
  expect(
    await lab.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    }),
  ).toBe(0);
  expect(await lab.evaluate(coveredElements, "body")).toEqual([]);
  await clickCharts(lab, WORDS.charts);
  await lab.click("button", WORDS.controls);
  for (const symbol of WORDS.sliders) await expectDragged(lab, symbol);
  await picture("390-drawer-light");
  expect(await lab.evaluate(coveredElements, ".controls, .transport")).toEqual([]);
});
