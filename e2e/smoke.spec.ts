import { expect, test } from "./fixtures";

test("the built page opens below a folder of a web server, with a preset that trains, and no hook for tests", async ({
  page,
  lab,
}) => {
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "APO Lab", level: 1 })).toBeVisible();
  await expect(lab.preset).toHaveValue("lambda-fsd-jump");
  await lab.stepButton.click();
  await expect(lab.stepCount).toHaveText("1");
  await expect(lab.loss.valueOf("APO-P")).toHaveText(/^\d/);
  expect(await page.evaluate(() => "__apo" in window)).toBe(false);
});
