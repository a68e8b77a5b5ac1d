import { existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "../../../scripts/chromium.mjs";
import { serveBuild } from "../../../scripts/serve.mjs";
import { TaskError } from "../../core/taskError";
import { DIST_FOLDER } from "../appFolder";
import type { FigureFormat, FigureRequest } from "./figureArgs";
import { trainToEnd } from "./trainToEnd";

/** The window of a laptop. */
const VIEWPORT = { width: 1280, height: 800 };
/** What a page may take for a press of its own, on a slow machine. */
const PATIENCE_MS = 60_000;
const REMEDY = "Look at the link on the page.";

/** Trains the run of a link in a browser without a window, and writes the file that the menu of its figure saves. */
export async function writeFigure(request: FigureRequest, tell: (line: string) => void): Promise<void> {
  const chromium = await chromiumDriver();
  const server = createServer(await serveBuild("/", buildFolder()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage({ viewport: VIEWPORT, colorScheme: "light", reducedMotion: "reduce" });
    page.setDefaultTimeout(PATIENCE_MS);
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${port}/?${request.query}`);
    await trainToEnd(page, request.look, tell);
    writeFileSync(request.out, await savedFile(page, request));
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

/** Presses the button of the figure's menu, and keeps what it saves. */
async function savedFile(page: Page, { chart, format, scale }: FigureRequest): Promise<Buffer> {
  const figure = page.locator(`[data-chart="${chart}"]`);
  const button = figure.getByRole("button", { name: /^Menu of / });
  await figure.scrollIntoViewIfNeeded({ timeout: PATIENCE_MS }).catch(() => {
    throw new TaskError(
      `The run has no figure ${chart}`,
      "The page draws none for this task and these methods.",
      REMEDY,
    );
  });
  await press(button);
  const panel = figure.getByRole("dialog", { name: /^Menu of / });
  const saved = page.waitForEvent("download", { timeout: 0 });
  const refusal = panel.getByRole("status", { name: "Saving and copying" }).filter({ hasText: /^(?!Saved|Making)./ });
  const refused = refusal.waitFor({ timeout: 0 });
  for (const one of [saved, refused]) one.catch(() => {}); // the other ends with the page
  await press(panel.getByRole("button", { name: buttonOf(format, scale), exact: true }));
  const download = await Promise.race([saved, refused]);
  if (!download)
    throw new TaskError(`The figure ${chart} cannot be saved`, (await refusal.textContent()) ?? "", REMEDY);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function buttonOf(format: FigureFormat, scale: number): string {
  if (format === "csv") return "Save the numbers as CSV";
  return format === "svg" ? "Save as SVG" : `Save as ${format.toUpperCase()}, ${scale} times the size`;
}

/** By its script: a pointer over the figure would point at a step. */
const press = (button: Locator) => button.evaluate((element: HTMLElement) => element.click());

function buildFolder(): string {
  if (existsSync(path.join(DIST_FOLDER, "index.html"))) return DIST_FOLDER;
  throw new TaskError("There is no build of the page", "Looked for dist/index.html.", "Make it once: npm run build.");
}

/** Playwright, which the npm package does not bring along. */
async function chromiumDriver() {
  try {
    return (await import("@playwright/test")).chromium;
  } catch {
    const remedy = "Install it beside apo-lab: npm install --save-dev @playwright/test.";
    throw new TaskError("Playwright is not installed", "A figure is drawn in a browser that it drives.", remedy);
  }
}

function chromiumPath(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  const remedy = "Install Chromium or Chrome, or name one by CHROMIUM_PATH.";
  throw new TaskError("No Chromium was found", "The figure is drawn by one, without a window.", remedy);
}
