import { expect, test } from "./fixtures";

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
  await lab.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});
