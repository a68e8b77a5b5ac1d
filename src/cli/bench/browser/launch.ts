import { type Browser, chromium } from "@playwright/test";
import { CHROMIUM_ARGS, findChromium } from "../../../../scripts/chromium.mjs";

/**
 * Starts the Chromium of this machine, headless. Throws where none answers: what measures a machine installs nothing on it,
 * and on a busy one a browser may only be slow to answer.
 */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error(
      "No Chromium answered. Set CHROMIUM_PATH to the browser's program, or install one with node scripts/chromium.mjs.",
    );
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS, ...args] });
  process.stderr.write(`Chromium ${browser.version()}\n`);
  return browser;
}
