import type { Browser, Page } from "@playwright/test";
import { listen, serveBuild } from "../../../../scripts/serve.mjs";
import { launchChromium } from "../browser/launch";

const PORT = 4175;

export interface BuiltPage {
  browser: Browser;
  address: string;
  /** A page on its own, with nothing cached; `before` acts on it before it loads. */
  open(query: string, before?: (page: Page) => Promise<unknown>): Promise<Page>;
  close(): Promise<void>;
}

/** The page as built, in a headless Chromium without a GPU. */
export async function openBuiltPage(): Promise<BuiltPage> {
  const stop = await listen(PORT, await serveBuild());
  const browser = await launchChromium();
  const address = `http://localhost:${PORT}/`;
  return {
    browser,
    address,
    async open(query, before) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      // tsx names the functions it compiles by a helper that the page does not have
      await page.addInitScript("globalThis.__name = (f) => f");
      await before?.(page);
      await page.goto(`${address}?${query}`);
      return page;
    },
    async close() {
      await browser.close();
      await stop();
    },
  };
}

const playable = (page: Page) => page.getByRole("button", { name: "Play", exact: true }).and(page.locator(":enabled"));

/** Waits until Play may be pressed. */
export const isReady = (page: Page) => playable(page).waitFor({ timeout: 120_000 });

/** Presses Play as soon as it may be pressed. */
export const play = (page: Page) => playable(page).click({ timeout: 120_000 });

/** Waits until the page counts this many steps. */
export async function stepsTaken(page: Page, steps: number): Promise<void> {
  await page.waitForFunction(
    (least) => Number(document.querySelector('[data-testid="step"]')?.textContent) >= least,
    steps,
    { timeout: 180_000, polling: 100 },
  );
}
