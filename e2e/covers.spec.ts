import type { Page } from "@playwright/test";
import { VIEW_IDS } from "../src/config/tables/views";
import { coveredElements } from "./covers";
import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";

async function expectUncovered(lab: ExperimentPage, part: string, what: string): Promise<void> {
  expect(await lab.frame.evaluate(coveredElements, part), what).toEqual([]);
}

/** Puts an invisible area over a part of the page, as a positioned pseudo-element of another part does. */
function plantCover(page: Page, over: string): Promise<void> {
  return page.evaluate((selector) => {
    const { left, top, width, height } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    const cover = document.createElement("button");
    cover.textContent = "cover";
    cover.style.cssText = `position: absolute; opacity: 0; left: ${left + scrollX}px; top: ${top + scrollY}px; width: ${width}px; height: ${height}px`;
    document.body.append(cover);
  }, over);
}

test("no element lies over another's centre on the page, with all views and a dialog, at 1280 and on a phone with its drawer", async ({
  lab,
}) => {
  await lab.open(`task=sine&opt=apo-p,sgdm&steps=4&views=${VIEW_IDS.join(",")}`);
  await lab.playToTheEnd();
  await expectUncovered(lab, "body", "the page");
  await lab.openSettings();
  await expectUncovered(lab, "body", "the settings");
  await lab.keyboard.press("Escape");

  await lab.page.setViewportSize({ width: 390, height: 844 });
  await expect(lab.controlsButton).toBeVisible();
  await expectUncovered(lab, "body", "the phone page");
  await lab.openControls();
  await lab.slider("λ_FSD").scrollIntoViewIfNeeded(); // the look for covers has scrolled the drawer
  await expect(lab.slider("λ_FSD")).toBeInViewport();
  await expectUncovered(lab, ".controls, .transport", "the drawer and the bar below it");
  await lab.controlsButton.click();

  await plantCover(lab.page, "figure[aria-label=Loss] .plot");
  expect(await lab.frame.evaluate(coveredElements, "main")).toEqual(['figure "Loss" lies under button "cover"']);
});

test("no element lies over another's centre in the embed", async ({ lab }) => {
  await lab.page.setViewportSize({ width: 640, height: 420 });
  await lab.open("task=sine&embed=1&opt=apo-p,sgdm&steps=4");
  await lab.playToTheEnd();
  await expectUncovered(lab, "body", "the embed");
  await plantCover(lab.page, "[role=slider], input[type=range]");
  const [fault = "", ...others] = await lab.frame.evaluate(coveredElements, "main");
  expect(fault).toMatch(/^\w+ "λ_FSD" lies under button "cover"$/);
  expect(others).toEqual([]);
});
