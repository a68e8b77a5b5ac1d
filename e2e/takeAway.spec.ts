import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { FigureMenu } from "./figureMenu";
import { expect, test } from "./fixtures";
import { expectAlike, expectSavedAlike, saveFigure } from "./savedFigure";

const FIGURES = "loss q rate spectrum fit lookahead effect gap spectra landscape ledger table".split(" ");

/** Of those with something to choose on the page that the file has not. */
const LEAST: Readonly<Record<string, number>> = { landscape: 0.87, effect: 0.93 };

test("every figure, light and dark, is saved as an SVG that looks as on the page in another program", async ({
  lab,
}) => {
  await lab.page.emulateMedia({ colorScheme: "light" });
  await lab.open(
    "task=sine&opt=apo-p,apo-lr,sgdm,adam&steps=12&at=6:lf=1&views=lookahead,effect,gap,spectrum,landscape,ledger",
  );
  await lab.playToTheEnd();
  const compared: Promise<void>[] = [];
  for (const theme of ["light", "dark"] as const) {
    await lab.page.emulateMedia({ colorScheme: theme });
    for (const chart of theme === "light" ? FIGURES : FIGURES.slice(0, 5)) {
      const figure = lab.frame.locator(`[data-chart="${chart}"]`);
      const saved = await saveFigure(figure);
      expect(saved.name).toBe(`apo-sine-seed7-${chart}-step12.svg`);
      compared.push(expectAlike(lab.page, saved, `${chart}, ${theme}`, LEAST[chart])); // while the next is saved
    }
  }
  await Promise.all(compared);
});

test("a figure's numbers and pictures are saved and copied, by keyboard and on a phone, and from a field where the clipboard is closed", async ({
  lab,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await lab.open("task=sine&opt=apo-p,sgdm&steps=12");
  await lab.playToTheEnd();
  const menu = new FigureMenu(lab.loss.figure);
  await lab.chartChoice("steps").focus();
  await lab.keyboard.press("ArrowLeft"); // round the toolbar to the last of the menus
  await expect(new FigureMenu(lab.views.figure("One step ahead")).button).toBeFocused();
  await lab.keyboard.press("ArrowRight");
  await expect(lab.chartChoice("steps")).toBeFocused();
  await menu.button.focus();
  await lab.keyboard.press("Enter");
  await expect(menu.panel).toBeFocused();
  await lab.keyboard.press("Tab");
  await expect(menu.panel.locator(":focus")).toHaveCount(1);

  const csv = (await menu.save("Save the numbers as CSV")).bytes.toString("utf8");
  const rows = csv
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  for (const { run, columns } of (await lab.state()).runs) {
    const own = rows.filter((row) => row[1] === run && row[3] !== "");
    expect(own.map((row) => Number(row[3]))).toEqual(columns.trainLoss);
  }
  await menu.press("Copy the numbers as CSV");
  await expect(menu.told).toHaveText("CSV copied.");
  expect(await lab.page.evaluate(() => navigator.clipboard.readText())).toBe(csv);
  const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];
  const [width = 0, height = 0] = sizeOf((await menu.save("Save as PNG, 1 times the size")).bytes);
  expect(sizeOf((await menu.save("Save as PNG, 4 times the size")).bytes)).toEqual([4 * width, 4 * height]);
  await menu.press("Copy as PNG");
  await expect(menu.told).toHaveText("Picture copied.");
  const copied = await lab.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bitmap = item && (await createImageBitmap(await item.getType("image/png")));
    return bitmap && [bitmap.width, bitmap.height];
  });
  expect(copied).toEqual([2 * width, 2 * height]);

  const packed = await menu.save("Save the run as JSON, packed");
  expect(packed.name).toBe("apo-sine-seed7-step12.trace.json.gz");
  expect(JSON.parse(gunzipSync(packed.bytes).toString("utf8"))).toMatchObject({
    format: "apo-trace/1",
    config: { steps: 12 },
  });
  const all = (await menu.save("Save all columns of the run as CSV")).bytes.toString("utf8").trimEnd().split("\n");
  expect(all).toHaveLength(1 + 2 * 13); // 12 steps of two runs, and the evaluation at the end of each
  await menu.press("Cite");
  const cited = (name: string) => menu.panel.getByRole("textbox", { name });
  await expect(cited("SHA-256 of the losses")).toHaveValue(createHash("sha256").update(csv).digest("hex"));
  await expect(cited("The paper as BibTeX")).toHaveValue(/Amortized Proximal Optimization/);
  const link = await cited("Link with every setting").inputValue();

  await lab.page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await menu.press("Copy the numbers as CSV");
  await expect(menu.told).toContainText("The clipboard is closed to this page");
  await expect(menu.field).toHaveValue(csv);
  await menu.press("Copy as PNG");
  await expect(menu.panel.getByRole("img", { name: "The figure, to copy from" })).toBeVisible();
  await menu.button.click();
  await expect(menu.panel).toBeHidden();

  await lab.page.setViewportSize({ width: 390, height: 844 });
  await expectSavedAlike(lab.frame.locator('[data-chart="table"]'), "the table on a phone");
  await menu.open();
  const panel = await menu.panel.boundingBox();
  expect(panel?.x).toBeGreaterThanOrEqual(0);
  expect((panel?.x ?? 0) + (panel?.width ?? 999)).toBeLessThanOrEqual(390);
  for (const button of await menu.panel.getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }

  const { config } = JSON.parse(gunzipSync(packed.bytes).toString("utf8"));
  await lab.open(new URL(link).search.slice(1));
  await lab.playToTheEnd();
  const menuAgain = new FigureMenu(lab.loss.figure);
  await menuAgain.open();
  const again = JSON.parse((await menuAgain.save("Save the run as JSON")).bytes.toString("utf8"));
  expect(again.config).toEqual({ ...config, backend: again.environment.backend });
  expect((await menuAgain.save("Save the numbers as CSV")).bytes.toString("utf8")).toBe(csv);
});
