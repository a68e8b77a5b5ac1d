import { accessibilityFaults } from "./accessibilityFaults";
import { expect, test } from "./fixtures";

/** Nodes of ResNet-18 that have weights: 20 convolutions, 20 norms, one dense layer. */
const LAYERS = 41;

test("the picture of ResNet-18 says what is learned of each node, and a click, Enter or a finger chooses the layer of the spectrum", async ({
  lab,
}) => {
  await lab.open("task=cifar10&network=resnet18&width=1/16&images=500&opt=apo-p,sgdm&batch=8&steps=4&views=network");
  const picture = lab.views.figure("Network");
  const layers = picture.getByRole("toolbar", { name: "Layers of the network" }).getByRole("button");
  await expect(layers).toHaveCount(LAYERS);
  await expect(picture).toContainText("44.6 k parameters, 4.55 MFLOP forward an example");
  const first = layers.nth(0);
  await expect(first).toHaveAccessibleName(
    /^stem, convolution, 3×3, 3 → 4.*APO-P learns A, B and S\. KFAC has a factor of the inputs/,
  );
  await expect(layers.nth(1)).toHaveAccessibleName(
    /^stem, norm, batch norm, ReLU.*APO-P learns S alone\. KFAC has a 2×2 block/,
  );

  await first.click();
  await expect(first).toHaveAttribute("aria-pressed", "true");
  await expect.poll(async () => new URL(lab.page.url()).searchParams.get("layer")).toBe("stem.conv");
  await lab.keyboard.press("ArrowRight");
  await lab.keyboard.press("Enter");
  await expect(layers.nth(1)).toHaveAttribute("aria-pressed", "true");
  await expect(first).toHaveAttribute("aria-pressed", "false");
  await expect.poll(async () => new URL(lab.page.url()).searchParams.get("layer")).toBe("stem.norm");

  await picture.getByRole("button", { name: "Open Spectrum over time" }).click();
  await expect(lab.views.toggle("Spectrum over time")).toHaveAttribute("aria-pressed", "true");
  expect(await accessibilityFaults(lab.page)).toEqual([]);

  await lab.page.setViewportSize({ width: 390, height: 844 });
  await layers.nth(2).click();
  await expect(layers.nth(2)).toHaveAttribute("aria-pressed", "true");
  expect(await lab.frame.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("before Play the page says what a race takes here, and refuses one that cannot fit, with the widths that can", async ({
  lab,
}) => {
  const race = "task=cifar10&network=resnet18&images=500&steps=4";
  await lab.open(`${race}&width=1/16&batch=8&opt=apo-p,sgdm`);
  await lab.isAtRest(0);
  const note = lab.controls.locator(".estimate-note");
  await expect(note).toContainText("44.6 k parameters, 4.55 MFLOP forward an image, batches of 8. A step is about");
  await expect(note).toContainText(/APO-P [\d.]+ m?s, [\d.]+ MB; SGDm [\d.]+ m?s, [\d.]+ MB\./);
  await lab.openSettings();
  await expect(lab.settingsDialog.getByRole("row", { name: /^SGDm / })).toContainText(/[\d.]+ m?s/);
  await lab.keyboard.press("Escape");

  await lab.open(`${race}&width=1/2&batch=500&opt=sgdm,ekfac`);
  const notices = lab.frame.getByRole("alert").or(lab.frame.getByRole("status"));
  await expect(notices.filter({ hasText: "CIFAR-10, ResNet-18 ×1/2 does not fit in memory" })).toContainText(
    /The race of 2 runs would need about [\d.]+ GB at once; there are 3\.9 GB\.\s*Choose width 1\/16, or take a batch size of 31, or leave out EKFAC\./,
  );
});
