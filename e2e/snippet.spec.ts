import { expect, test } from "./fixtures";
import { overflowWithin } from "./look";

test("the snippets of the present view bring its figure, and the preview shows it at the chosen size", async ({
  lab,
}) => {
  await lab.open("task=spirals&opt=apo-p&seed=3&lf=0.5&steps=20");
  await lab.frame.getByRole("button", { name: "Embed", exact: true }).click();
  const dialog = lab.frame.getByRole("dialog", { name: "Embed this figure" });
  const preview = dialog.getByTitle("The figure as it will stand there").contentFrame();
  await expect(preview.getByRole("heading", { name: "Two spirals: loss and objective" })).toBeVisible();
  await dialog.getByRole("checkbox", { name: "Objective" }).uncheck();
  await dialog.getByRole("checkbox", { name: "Fit" }).check();
  await dialog.getByRole("combobox", { name: "Size" }).selectOption("390 × 560");
  await expect(preview.getByRole("tab", { name: "Fit" })).toBeVisible();
  const element = dialog.getByRole("textbox", { name: "As an element" });
  await expect(element).toHaveValue(
    /apo-embed\.js"><\/script>\s+<apo-figure src="\?v=1&amp;task=spirals&amp;.*charts=loss,fit/,
  );
  await expect(dialog.getByRole("textbox", { name: "As an iframe" })).toHaveValue(
    /width="390" height="560" loading="lazy" allow=/,
  );
  await dialog.getByRole("button", { name: "Copy: As an element" }).click();
  await expect(dialog.getByText(/^Copied$|closed to this page/)).toBeVisible();

  await lab.page.setViewportSize({ width: 390, height: 844 });
  const body = dialog.locator(".dialog-body");
  expect((await overflowWithin(dialog)).width).toBe(0);
  expect((await overflowWithin(body)).width).toBe(0);
  for (const control of await dialog.locator("label:has(input), select, button").all())
    expect((await control.boundingBox())?.height, (await control.textContent()) ?? "").toBeGreaterThanOrEqual(44);
  await dialog.getByRole("combobox", { name: "Size" }).selectOption("640 × 420");
  await expect(preview.getByRole("figure", { name: "Fit" })).toBeVisible(); // scrolled in its box, at its own size
  await lab.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});
