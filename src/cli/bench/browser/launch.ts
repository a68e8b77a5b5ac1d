import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "../../../../scripts/chromium.mjs";

/**
 * Starts the Chromium of this machine, headless. Throws where none answers: what measures a machine installs nothing on it,
 * and on a busy one a browser may only be slow to answer.
 */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const executablePath = chromiumHere();
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS, ...args] });
  process.stderr.write(`Chromium ${browser.version()}\n`);
  return browser;
}

/** The same with a profile in a folder: a window as a reader has, not a private one. */
export const launchProfile = (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, {
    executablePath: chromiumHere(),
    args: [...CHROMIUM_ARGS],
    viewport: { width: 1280, height: 800 },
  });

function chromiumHere(): string {
  const path = findChromium();
  if (path) return path;
  throw new Error(
    "No Chromium answered. Set CHROMIUM_PATH to the browser's program, or install one with node scripts/chromium.mjs.",
  );
}
