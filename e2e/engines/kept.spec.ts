import { numbersOf } from "../testState";
import { expect, test } from "./fixtures";

const RACE = "task=sine&opt=apo-p,sgdm&steps=60&backend=wasm&views=none&keep=1";

test("a race is kept, offered after a reload with another link, and is there again with all of its numbers", async ({
  lab,
  engine,
  picture,
}) => {
  await engine.resize(1280, 800);
  await lab.open(RACE);
  await lab.playToTheEnd();
  const numbers = numbersOf(await lab.state());
  const titles = async () => (await lab.state()).notices.map(({ title }) => title).join("; ");
  await lab.click("button", "Kept runs");
  const list = () => lab.evaluate(() => document.querySelector("dialog[open]")?.textContent ?? "");
  await expect.poll(list, { timeout: 60_000 }).toContain("60 of 60 steps");
  await lab.press("Escape");
  expect(await titles(), "nothing is said of storage that is denied").toBe("");

  await lab.open(`${RACE}&lf=10`);
  await expect.poll(titles, { timeout: 60_000 }).toContain("Your last run is kept: Noisy sine, 60 steps");
  await picture("kept-1280");
  await lab.click("button", "Go on with it");
  await lab.isAtRest(60);
  expect(numbersOf(await lab.state())).toEqual(numbers);
});
