import { expect, test } from "@playwright/test";
import { serveScratchCopy } from "./devServer";
import { ExperimentPage } from "./experimentPage";

test("npm run dev keeps a run through an edit of a component", async ({ page }) => {
  const server = await serveScratchCopy();
  try {
    await page.goto(`${server.address}?test=1&task=linear&opt=apo-p,sgdm&steps=100000&speed=25`);
    const lab = new ExperimentPage(page.mainFrame());
    await lab.playButton.click();
    await lab.reachesStep(20);
    await server.edit("src/components/bar/TopBar.tsx", "<h1>APO Lab</h1>", "<h1>APO Lab, edited</h1>");
    await expect(page.getByRole("heading", { name: "APO Lab, edited" })).toBeVisible();
    const { status, step } = await lab.state();
    expect(status).toBe("running");
    expect(step).toBeGreaterThanOrEqual(20);
    await lab.reachesStep(step + 20);
  } finally {
    await server.close();
  }
});
