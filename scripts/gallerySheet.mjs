// @ts-check
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { decode, encode } from "fast-png";
import { createServer } from "vite";
import { ROOT } from "./run.mjs";

const SIZES = [
  { width: 1280, height: 800, scale: 0.24 },
  { width: 390, height: 780, scale: 0.34 },
];
const SHEET_WIDTH = 2000;
/** A part that looks the same for so long is drawn: charts take turns. */
const CALM_MS = 120;
/** The loading card comes late. */
const LATE_MS = 300;

/**
 * Every case of the gallery on one picture a theme, at the width of the page and of a phone.
 * @param {import("@playwright/test").Browser} browser
 * @param {string} folder
 */
export async function photographGallery(browser, folder) {
  const server = await createServer({ root: ROOT, logLevel: "error", server: { hmr: false, watch: null } });
  await server.listen();
  const address = new URL("src/gallery/", server.resolvedUrls?.local[0]);
  try {
    for (const theme of /** @type {const} */ (["light", "dark"])) {
      const page = await browser.newPage({ colorScheme: theme });
      await page.goto(address.href, { timeout: 120_000 });
      const names = await page.locator("li > a").allTextContents();
      /** @type {string[]} */
      const figures = [];
      for (const { width, height, scale } of SIZES) {
        await page.setViewportSize({ width, height });
        for (const name of names) {
          const picture = await photograph(page, name, height);
          const shown = Math.round(picture.width * scale);
          figures.push(
            `<figure><img width="${shown}" src="${picture.source}" /><figcaption>${name}</figcaption></figure>`,
          );
        }
      }
      await page.setViewportSize({ width: SHEET_WIDTH, height: 1000 });
      await page.setContent(sheetOf(figures));
      await writeFile(join(folder, `gallery-${theme}.png`), smaller(await page.screenshot({ fullPage: true })));
      await page.close();
    }
  } finally {
    await server.close();
  }
}

/**
 * One case as an image: its own width with what is open over it, and what of it is in the first view.
 * @param {import("@playwright/test").Page} page
 * @param {string} name
 * @param {number} height
 */
async function photograph(page, name, height) {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, name);
  await page.waitForFunction(
    (title) => document.title === title && (document.getElementById("root")?.childElementCount ?? 0) > 0,
    name,
  );
  if (name.includes("loading")) await page.waitForTimeout(LATE_MS);
  if (name.includes("menu")) await page.locator(":popover-open").waitFor(); // its script is fetched when it is opened
  await page.evaluate(async (calmMs) => {
    let last = "";
    for (let calm = 0; calm < calmMs; calm += 30) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      const now = document.body.innerHTML;
      if (now !== last) calm = 0;
      last = now;
    }
  }, CALM_MS);
  const box = await page.evaluate(() => {
    const room = document.querySelector(".gallery-room:not(:has(.drawer-open))");
    const parts = [room ?? document.documentElement, ...document.querySelectorAll(":popover-open")];
    const boxes = parts.map((part) => part.getBoundingClientRect());
    const [right, bottom] = [Math.max(...boxes.map((box) => box.right)), Math.max(...boxes.map((box) => box.bottom))];
    return { width: room ? right : innerWidth, height: room ? Math.max(bottom, 1) : innerHeight };
  });
  const clip = { x: 0, y: 0, width: Math.ceil(box.width), height: Math.min(height, Math.ceil(box.height)) };
  const bytes = await page.screenshot({ clip });
  return { width: clip.width, source: `data:image/png;base64,${bytes.toString("base64")}` };
}

/**
 * A PNG of half the bytes: 32 levels a colour are enough for a sheet.
 * @param {Uint8Array} bytes
 */
function smaller(bytes) {
  const { width, height, channels, data } = decode(bytes);
  for (let i = 0; i < data.length; i++) data[i] = ((data[i] ?? 0) & 0xf8) | ((data[i] ?? 0) >> 5);
  return encode({ width, height, channels, depth: 8, data }, { zlib: { level: 9 } });
}

/** @param {readonly string[]} figures */
function sheetOf(figures) {
  const style = `
    body { margin: 16px; font: 11px sans-serif; color-scheme: light dark; display: flex; flex-wrap: wrap; gap: 12px; }
    figure { margin: 0; } img { display: block; outline: 1px solid #8884; } figcaption { margin-top: 2px; }`;
  return `<!doctype html><style>${style}</style>${figures.join("")}`;
}
