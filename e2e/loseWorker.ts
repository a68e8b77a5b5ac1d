import { expect, type Worker } from "@playwright/test";
import type { ExperimentPage } from "./experimentPage";

/** What the workers throw that a test breaks. */
export const BROKEN = "broken by the test";

/** The newest worker of a kind: "trainer", "sweep", "landscape", "analysis". */
export const newestWorker = ({ page }: ExperimentPage, kind: string): Worker | undefined =>
  page
    .workers()
    .filter((one) => one.url().includes(`${kind}.worker`))
    .at(-1);

const broken = new WeakSet<Worker>();

/** It throws where nothing catches it. */
export async function breakWorker(worker: Worker | undefined): Promise<void> {
  if (worker) broken.add(worker);
  await worker?.evaluate((words) => {
    setTimeout(() => {
      throw new Error(words);
    });
  }, BROKEN);
}

/** The same with the newest of a kind: one that was broken before may still be listed after its page has put another in its place. */
export async function breakNewest(lab: ExperimentPage, kind: string): Promise<void> {
  const isWhole = () => {
    const newest = newestWorker(lab, kind);
    return newest !== undefined && !broken.has(newest);
  };
  await expect.poll(isWhole, { intervals: [20] }).toBe(true);
  await breakWorker(newestWorker(lab, kind));
}

/** As a browser ends a worker that takes too much memory: nobody is told. Its answer to the test goes first. */
export const endWorker = (worker: Worker | undefined) =>
  worker?.evaluate(() => void setTimeout(() => self.close(), 20));

/** It waits for what never comes, and takes no processor for it as a loop would. */
export async function hangWorker(worker: Worker | undefined): Promise<void> {
  await worker?.evaluate(() => {
    const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
    setTimeout(() => Atomics.wait(new Int32Array(buffer), 0, 0));
  });
}
