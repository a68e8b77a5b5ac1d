import type { Locator } from "@playwright/test";
import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";

/** Presses a key that moves the focus, until a control has it. */
async function pressTo({ keyboard }: ExperimentPage, control: Locator, key = "Tab"): Promise<void> {
  const hasFocus = () => control.evaluate((element) => element === document.activeElement, null, { timeout: 5000 });
  for (let presses = 0; presses < 60; presses++) {
    await keyboard.press(key);
    if (await hasFocus()) return;
  }
  throw new Error(`60 presses of ${key} do not lead to ${control}.`);
}

test("by the keyboard alone: choose a task, train, move λ_FSD, look back, read a figure and open a view", async ({
  lab,
}) => {
  await lab.open("task=cars&opt=apo-lr,sgdm&speed=5");
  await pressTo(lab, lab.task);
  await lab.keyboard.type("Noisy"); // a list takes the first letters of a name
  await expect.poll(async () => (await lab.state()).task).toBe("sine");
  await lab.isAtRest(0);

  await pressTo(lab, lab.playButton, "Shift+Tab");
  await lab.keyboard.press("Enter");
  await expect(lab.pauseButton).toBeVisible();
  await lab.reachesStep(1);
  await pressTo(lab, lab.slider("λ_FSD"));
  for (let moves = 0; moves < 3; moves++) await lab.keyboard.press("ArrowRight");
  await expect.poll(async () => (await lab.state()).interventions.length).toBeGreaterThan(0);

  await pressTo(lab, lab.frame.getByRole("radio", { name: "steps", exact: true }));
  const menu = lab.frame.getByRole("button", { name: "Menu of Learning rate" });
  await pressTo(lab, menu, "ArrowRight"); // one stop of Tab for the switches of the charts and the menus of the figures
  const spoken = lab.frame.getByRole("status", { name: "What changed" });
  await expect(spoken).toHaveText(/^Step \d+\. Learning rate: APO-η [\d.]+.*; SGDm /); // of the figure that has the focus
  await lab.keyboard.press("Enter");
  const csv = lab.frame.getByRole("button", { name: "Save the numbers as CSV" });
  await expect(csv).toBeVisible();
  await lab.keyboard.press("Escape");
  await expect(csv).toBeHidden();
  await expect(menu).toBeFocused();

  await pressTo(lab, lab.pauseButton, "Shift+Tab");
  await lab.keyboard.press("Enter");
  await lab.isAtRest();
  const { step } = await lab.state();
  await pressTo(lab, lab.frame.getByRole("slider", { name: "Step shown" }));
  await lab.keyboard.press("Home");
  await expect(lab.loss.stepShown).toHaveText("at 0");
  await lab.keyboard.press("End");
  await pressTo(lab, lab.views.toolbar.getByRole("button").first());
  await pressTo(lab, lab.views.toggle("Proximal landscape"), "ArrowRight");
  await lab.keyboard.press("Enter");
  await expect.poll(async () => (await lab.state()).view.openViews).toContain("landscape");
  expect((await lab.state()).step).toBe(step);
});
