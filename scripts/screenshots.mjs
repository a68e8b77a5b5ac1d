// @ts-check
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./chromium.mjs";
import { runMain } from "./fail.mjs";
import { photographGallery } from "./gallerySheet.mjs";
import { ROOT } from "./run.mjs";
import { listen, serveBuild } from "./serve.mjs";

// Takes the pictures of docs/ from an existing build, while it trains, and of the gallery as one sheet a theme:
// npm run build && node scripts/screenshots.mjs. With the word "gallery": the sheets alone, which need no build.
const PORT = 4175;
const SHOTS = [
  { name: "sine", link: "preset=lambda-fsd-jump&speed=25", step: 330 },
  { name: "cifar10", link: "task=cifar10&images=2000", step: 60 },
];
const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];
const THEMES = /** @type {const} */ (["light", "dark"]);
const PATIENCE_MS = 900_000;

await runMain(async () => {
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
  const folder = join(ROOT, "docs");
  await mkdir(folder, { recursive: true });
  await photographGallery(browser, folder);
  if (!process.argv.includes("gallery")) await photographPage(browser, folder);
  await browser.close();
});

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} folder
 */
async function photographPage(browser, folder) {
  const close = await listen(PORT, await serveBuild("/"));
  for (const { name, link, step } of SHOTS) {
    const page = await browser.newPage({ viewport: SIZES[0] });
    await page.goto(`http://localhost:${PORT}/?${link}`);
    await page.getByRole("button", { name: "Play", exact: true }).click({ timeout: PATIENCE_MS });
    await page.waitForFunction(
      (least) => Number(document.querySelector("[data-testid=step]")?.textContent) >= least,
      step,
      { timeout: PATIENCE_MS },
    );
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme });
        await page.evaluate(() => scrollTo(0, 0));
        await page.waitForTimeout(1500);
        await page.screenshot({ path: join(folder, `${name}-${size.width}-${theme}.png`) });
      }
    }
    await page.close();
  }
  await close();
}
