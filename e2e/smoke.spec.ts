import { expect, test } from "./fixtures";

test("the built page opens below a folder of a web server", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("heading", { name: "APO Lab", level: 1 })).toBeVisible();
});
