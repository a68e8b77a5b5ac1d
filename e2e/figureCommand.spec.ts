import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { FigureMenu } from "./figureMenu";
import { expect, test } from "./fixtures";

const LINK = "task=sine&opt=apo-p,sgdm&steps=12&theme=light";

/** The command with its words; rejects where its status is not 0. */
const figure = (...words: string[]) =>
  promisify(execFile)(process.execPath, ["--import", "tsx", "src/cli/figure.ts", ...words], {
    cwd: join(import.meta.dirname, ".."),
  });

/** Hundredths of a second that each picture of a GIF is shown. */
function delaysOf(gif: Buffer): number[] {
  const delays: number[] = [];
  for (let at = gif.indexOf("21f904", 0, "hex"); at >= 0; at = gif.indexOf("21f904", at + 8, "hex"))
    if (gif[at + 7] === 0 && gif[at + 8] === 0x2c) delays.push(gif.readUInt16LE(at + 4));
  return delays;
}

test("the command writes the bytes that the menu saves; a GIF of the steps is the same each time, and loops after 10 s", async ({
  lab,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "apo-figure-"));
  try {
    const out = join(folder, "loss.svg");
    const written = figure(LINK, "--out", out);
    await lab.open(LINK);
    await lab.playToTheEnd();
    const menu = new FigureMenu(lab.loss.figure);
    await menu.open();
    const first = await menu.save("Save as GIF, 1 times the size");
    expect(first.name).toBe("apo-sine-seed7-loss-step12.gif");
    await expect(menu.told).toHaveText(`Saved ${first.name}.`);
    const second = await menu.save("Save as GIF, 1 times the size");
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect(first.bytes.subarray(0, 6).toString()).toBe("GIF89a");
    expect(first.bytes.includes("NETSCAPE2.0")).toBe(true);
    const delays = delaysOf(first.bytes);
    expect(delays).toHaveLength(13);
    expect(delays.reduce((sum, delay) => sum + delay, 0)).toBe(1000);
    expect((await lab.state()).view.scrubStep).toBeNull();

    const saved = (await menu.save("Save as SVG")).bytes;
    await written;
    expect(readFileSync(out).equals(saved)).toBe(true);

    await menu.press("QR code");
    const code = menu.panel.getByRole("img", { name: "QR code of the link to this view" });
    await expect(code).toBeVisible();
    const drawing = () => code.locator("path").getAttribute("d");
    const before = await drawing();
    await menu.scale("x-axis", "log").check();
    await expect.poll(drawing).not.toBe(before);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
