import type { Page } from "@playwright/test";

/** Makes the training worker of a page fail in its next step. */
export async function breakTheWorker(page: Page): Promise<void> {
  const worker = page.workers().find((one) => one.url().includes("trainer"));
  await worker?.evaluate(() => {
    performance.now = () => {
      throw new Error("planted");
    };
  });
}
