import type { Worker } from "@playwright/test";
import type { ExperimentPage } from "./experimentPage";

/** The training workers of a page, partners among them, in the order in which they were started. */
export const trainersOf = ({ page }: ExperimentPage): Worker[] =>
  page.workers().filter((worker) => worker.url().includes("trainer"));

/** Adds a line to the script of every training worker that starts from now on. */
export async function plantInTrainers({ page }: ExperimentPage, line: string): Promise<void> {
  await page.route("**/trainer.worker-*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${line};${await response.text()}` });
  });
}
