import type { ExperimentPage } from "./experimentPage";
import { between, faultTest, hasTold, unbroken } from "./faultTrials";
import { expect, test } from "./fixtures";
import { LandscapePage } from "./landscapePage";
import { BROKEN, breakWorker, endWorker, newestWorker } from "./loseWorker";
import { SweepMapPage } from "./sweepMapPage";

test.use({ allowedErrors: [new RegExp(BROKEN)] });

/** Throws in every second trial, and is ended without a word in the others, which takes ten seconds to be noticed. */
const lose = (lab: ExperimentPage, kind: string, at: number) =>
  (at % 2 === 0 ? breakWorker : endWorker)(newestWorker(lab, kind));

/** The page goes on: a step is taken. */
async function expectUsable(lab: ExperimentPage): Promise<void> {
  await lab.takeSteps(1);
  expect((await lab.state()).notices.filter(({ level }) => level !== "info")).toEqual([]);
}

/** Its last rows take longer than a busy machine needs to lose a worker. */
async function openMap(lab: ExperimentPage): Promise<SweepMapPage> {
  await lab.open("task=sine&opt=apo-p&steps=200&views=sweepMap");
  const map = new SweepMapPage(lab);
  await map.stepsChoice.selectOption("100 steps each");
  return map;
}
const wholeMap = unbroken(async (lab) => (await openMap(lab)).computeAll());

faultTest(
  "sweep",
  "a map whose worker is lost behind a random row has the cells of one whose worker is not",
  async (lab, { at, draw, browser }) => {
    const whole = await wholeMap(browser);
    const map = await openMap(lab);
    await map.compute.click();
    const cells = (whole.length / 8) * between(1, 5, draw); // the first row shows that the worker is there
    await expect.poll(async () => (await map.state()).cells.length, { intervals: [20] }).toBeGreaterThanOrEqual(cells);
    await lose(lab, "sweep", at);
    await hasTold(lab, "The sweep map went on in a new worker");
    await map.compute.waitFor();
    expect((await map.state()).cells).toEqual(whole);
    await expectUsable(lab);
  },
);

const BANDS = "task=sine&opt=apo-p,sgdm&steps=150&backend=wasm&seed=7&seeds=5&views=none";
const bandsOf = async (lab: ExperimentPage) => {
  await expect.poll(async () => (await lab.state()).seedBand.status).toBe("done");
  const { trained, means } = (await lab.state()).seedBand;
  return { trained, means };
};
const wholeBands = unbroken(async (lab) => {
  await lab.open(BANDS);
  await lab.playToTheEnd();
  return bandsOf(lab);
});

faultTest(
  "seeds",
  "further seeds whose worker is lost behind a random one have the bands of those whose worker is not",
  async (lab, { at, draw, browser }) => {
    const whole = await wholeBands(browser);
    await lab.open(BANDS);
    await lab.playButton.click();
    const seeds = between(0, 3, draw);
    await expect.poll(async () => newestWorker(lab, "sweep") !== undefined, { intervals: [20] }).toBe(true);
    await expect
      .poll(async () => (await lab.state()).seedBand.trained.length, { intervals: [20] })
      .toBeGreaterThanOrEqual(seeds);
    await lose(lab, "sweep", at);
    await hasTold(lab, "The further seeds went on in a new worker");
    expect(await bandsOf(lab)).toEqual(whole);
    await lab.isAtRest(150);
    expect((await lab.state()).notices.filter(({ level }) => level !== "info")).toEqual([]);
  },
);

const PLANE = "task=linear&opt=apo-p,sgd&steps=31&views=landscape";
const wholePlane = unbroken(async (lab) => {
  await lab.open(PLANE);
  return new LandscapePage(lab).answered();
});

faultTest(
  "landscape",
  "a landscape whose worker is lost at a random moment is drawn with the same numbers",
  async (lab, { at, draw, browser }) => {
    const whole = await wholePlane(browser);
    const view = new LandscapePage(lab);
    await lab.open(PLANE);
    await expect.poll(async () => newestWorker(lab, "landscape") !== undefined, { intervals: [20] }).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, between(0, 1000, draw)));
    await lose(lab, "landscape", at);
    await hasTold(lab, "The landscape went on in a new worker");
    expect(await view.answered()).toEqual(whole);
    await expectUsable(lab);
  },
);

const SPECTRA = "task=linear&opt=apo-p,sgd&steps=31&seed=3&views=spectrum";
const MOST_STEPS = 12;
const spectraAt = async (lab: ExperimentPage, step: number) => {
  await expect.poll(async () => (await lab.state()).runs.every(({ spectrum }) => spectrum?.step === step)).toBe(true);
  return (await lab.state()).runs.map(({ spectrum }) => spectrum);
};
const wholeSpectra = unbroken(async (lab) => {
  await lab.open(SPECTRA);
  const all = [];
  for (let step = 1; step <= MOST_STEPS + 1; step++) {
    await lab.takeSteps(1);
    all[step] = await spectraAt(lab, step);
  }
  return all;
});

faultTest(
  "analysis",
  "spectra whose worker is lost behind a random step come from a new one, with the same numbers",
  async (lab, { at, draw, browser }) => {
    const whole = await wholeSpectra(browser);
    await lab.open(SPECTRA);
    const step = between(1, MOST_STEPS, draw);
    await lab.hook.runTo(step);
    await spectraAt(lab, step);
    await (at % 10 === 1 ? endWorker : breakWorker)(newestWorker(lab, "analysis"));
    await hasTold(lab, "Measuring spectra went on in a new worker");
    await expectUsable(lab);
    expect(await spectraAt(lab, step + 1)).toEqual(whole[step + 1]);
  },
);
