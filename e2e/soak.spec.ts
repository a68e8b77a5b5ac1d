import { mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { type SoakSample, soakFaults, soakFigures } from "../scripts/reliability/soakJudge";
import { ANSWER_MS, PLACES, SOAKS, type SoakId, stepsOf } from "../scripts/reliability/soaks.mjs";
import type { TestHook } from "../src/store/hook/testHook";
import type { ExperimentPage } from "./experimentPage";
import { expect, test } from "./fixtures";
import { HeapMeter } from "./heapMeter";

type HookedWindow = { __apo: TestHook };

/** From one question to the next, as a hand on a slider asks no faster. */
const BETWEEN_MS = 100;

/** Asks the page for its next frame: where the race stands, and how long the answer took, in milliseconds. */
async function askForFrame(lab: ExperimentPage): Promise<{ step: number; isOver: boolean; tookMs: number }> {
  const start = performance.now();
  const { step, status } = await lab.frame.evaluate(
    () =>
      new Promise<{ step: number; status: string }>((resolve) => {
        requestAnimationFrame(() => resolve((window as unknown as HookedWindow).__apo.getStatus()));
      }),
  );
  return { step, isOver: status !== "running", tookMs: performance.now() - start };
}

async function takeSample(lab: ExperimentPage, heaps: HeapMeter): Promise<SoakSample> {
  const held = await lab.frame.evaluate(() => {
    const { step, tensors, runs } = (window as unknown as HookedWindow).__apo.getState({ columns: ["step"] });
    return { step, tensors: tensors ?? 0, rows: Math.max(...runs.map(({ columns }) => columns.step.length)) };
  });
  return { ...held, pageMb: await heaps.pageMb(), workersMb: await heaps.workersMb() };
}

/** Plays a race to its end, and measures on the way. */
async function watch(lab: ExperimentPage, heaps: HeapMeter, steps: number) {
  const samples: SoakSample[] = [];
  const answers: number[] = [];
  await lab.playButton.click();
  await lab.pauseButton.waitFor();
  for (;;) {
    const { step, isOver, tookMs } = await askForFrame(lab);
    if (isOver && step < steps) throw new Error(`The race stands at step ${step} of ${steps}.`);
    answers.push(tookMs);
    if (step >= (steps * (samples.length + 1)) / PLACES) samples.push(await takeSample(lab, heaps));
    if (samples.length === PLACES) return { samples, answers };
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
}

/** Writes what came of it for `npm run soak`. */
function report(soak: SoakId, result: object): void {
  const folder = process.env.SOAK_REPORTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${soak}.json`), JSON.stringify({ soak, ...result }, null, 2));
}

for (const id of Object.keys(SOAKS) as SoakId[]) {
  const steps = stepsOf(id);
  test(`${SOAKS[id].race}: ${steps} steps leave tensors, heaps and rows as they are`, {
    tag: `@soak-${id}`,
  }, async ({ lab }) => {
    test.setTimeout(180_000 + steps * 100);
    await lab.open(`${SOAKS[id].link}&steps=${steps}&backend=wasm&keep=1&snapshots=clock&clock=wall`);
    const heaps = await HeapMeter.of(lab.page);
    const start = performance.now();
    const { samples, answers } = await watch(lab, heaps, steps);
    const seconds = (performance.now() - start) / 1000;
    const [, load = 0] = loadavg(); // of five minutes
    const figures = soakFigures(samples, answers);
    const faults = soakFaults(figures, ANSWER_MS);
    report(id, { steps, seconds, load, figures, faults, samples, answers: answers.map(Math.round) });
    expect(heaps.count, "workers measured").toBeGreaterThanOrEqual(lab.page.workers().length);
    expect(figures.tensors[0], "tensors counted").toBeGreaterThan(0);
    expect(faults, JSON.stringify(figures)).toEqual([]);
  });
}
