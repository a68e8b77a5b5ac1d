import { numbersOf } from "../testState";
import { WORDS } from "../words";
import type { EnginePage } from "./enginePage";
import { expect, test } from "./fixtures";
import { endWorkers, watchWorkers } from "./inPage";

const RACE = "task=sine&opt=apo-p,adam,kfac&steps=120&seed=5&backend=wasm&views=none";

/** A silence is noticed in seconds; on a machine where the page is late, its lateness does not count as silence. */
const NOTICED = { timeout: 180_000, intervals: [100] };

async function reaches(lab: EnginePage, step: number): Promise<void> {
  await expect.poll(async () => (await lab.state()).step, NOTICED).toBeGreaterThanOrEqual(step);
}

test("a race whose worker is ended without a word goes on in another, with the numbers of one without a break", async ({
  lab,
  engine,
}) => {
  await engine.resize(1280, 800);
  await lab.open(RACE);
  await lab.playToTheEnd();
  const straight = numbersOf(await lab.state());

  await lab.open(`${RACE}&speed=25&keep=1`);
  await lab.evaluate(watchWorkers);
  await lab.click("button", WORDS.play);
  await reaches(lab, 20);
  expect(await lab.evaluate(endWorkers), "workers that were told something, and are ended").toBeGreaterThan(0);
  const titles = async () => (await lab.state()).notices.map(({ title }) => title).join("; ");
  await expect.poll(titles, NOTICED).toContain("; the race goes on");
  await lab.isAtRest(120);
  const state = await lab.state();
  expect(state.notices.filter(({ level }) => level !== "info")).toEqual([]);
  expect(numbersOf(state)).toEqual(straight);
});
