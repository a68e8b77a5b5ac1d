// @ts-check
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "./chromium.mjs";
import { Failure, runMain } from "./fail.mjs";
import { photographGallery } from "./gallerySheet.mjs";
import { ROOT } from "./run.mjs";
import { listen, serveBuild } from "./serve.mjs";

// Takes the pictures of docs/ from an existing build, at rest at one step, and writes the numbers that they show to docs/pictures.json,
// which `npm test` trains again (recordings.test.ts); and of the gallery one sheet a theme: npm run build && node scripts/screenshots.mjs.
// With the word "gallery": the sheets alone, which need no build. With "page": the pictures of the page alone.
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
/** Steps before a picture that are taken one by one: more than a race takes until Pause is heard. */
const RUN_UP = 15;

await runMain(async () => {
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_ARGS });
  const folder = join(ROOT, "docs");
  await mkdir(folder, { recursive: true });
  if (!process.argv.includes("page")) await photographGallery(browser, folder);
  if (!process.argv.includes("gallery")) await photographPage(browser, folder);
  await browser.close();
});

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} folder
 */
async function photographPage(browser, folder) {
  const close = await listen(PORT, await serveBuild("/"));
  const pictures = [];
  for (const { name, link, step } of SHOTS) {
    const page = await browser.newPage({ viewport: SIZES[0] });
    await page.goto(`http://localhost:${PORT}/?${link}&test=1`);
    await restAt(page, step);
    await page.evaluate(() => {
      /** @type {import("../src/store/hook/testHook").TestHook} */
      const hook = Reflect.get(window, "__apo");
      return hook.whenSettled(); // the spectra of the last step are drawn
    });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme });
        await page.evaluate(() => scrollTo(0, 0));
        await page.waitForTimeout(1500);
        await page.screenshot({ path: join(folder, `${name}-${size.width}-${theme}.png`) });
      }
    }
    pictures.push({ name, link, step, ...(await numbersOf(page)) });
    await page.close();
  }
  await writeFile(join(folder, "pictures.json"), `${JSON.stringify(pictures)}\n`);
  await close();
}

/**
 * Plays until shortly before a step, and takes the others one by one.
 * @param {import("@playwright/test").Page} page
 * @param {number} step
 */
async function restAt(page, step) {
  /** @param {number} least */
  const reaches = (least) =>
    page.waitForFunction(
      (wanted) => Number(document.querySelector("[data-testid=step]")?.textContent) >= wanted,
      least,
      {
        timeout: PATIENCE_MS,
      },
    );
  await page.getByRole("button", { name: "Play", exact: true }).click({ timeout: PATIENCE_MS });
  await reaches(step - RUN_UP);
  await page.getByRole("button", { name: "Pause", exact: true }).click();
  for (;;) {
    await page.getByRole("button", { name: "Play", exact: true }).waitFor();
    const taken = Number(await page.getByTestId("step").textContent());
    if (taken > step) throw new Failure(`The page was paused at step ${taken}, after step ${step}: raise RUN_UP.`);
    if (taken === step) return;
    await page.getByRole("button", { name: "Step", exact: true }).click();
    await reaches(taken + 1);
  }
}

/**
 * The settings and numbers of what is on the page, as `Picture` of src/cli/trace/pictures.ts has them.
 * @param {import("@playwright/test").Page} page
 */
async function numbersOf(page) {
  return page.evaluate(() => {
    /** @type {import("../src/store/hook/testHook").TestHook} */
    const hook = Reflect.get(window, "__apo");
    const { task, seed, steps, batchSize, taskOptions, scheduled, interventions, runs } = hook.getState();
    const rows = [...document.querySelectorAll("table.race tbody tr")].map((row) =>
      [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? ""),
    );
    const optimizers = runs.map(({ run, optimizer, hyperparams }) => {
      const moved = interventions.filter((move) => move.run === run).map(({ name, from }) => [name, from]);
      const atStart = Object.fromEntries(moved.toReversed()); // of each setting the first
      return { id: optimizer, run, hyperparams: { ...hyperparams, ...atStart } };
    });
    return {
      settings: { version: 1, task, seed, steps, batchSize, taskOptions, optimizers, interventions: scheduled },
      runs: runs.map(({ run, columns, evaluations }, index) => ({
        run,
        trainLoss: columns.trainLoss,
        evaluation: evaluations.at(-1),
        row: rows[index],
      })),
    };
  });
}
