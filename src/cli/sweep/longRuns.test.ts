import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { isGridRun } from "../../config/experiment/learningRateGrid";
import { startNodeBackend } from "../nodeBackend";
import { readLongRuns } from "./longRecords";
import { EARLY_STEPS, LONG_RUN_IDS, LONG_RUNS, longConfig, longRunsOf, settingsOf } from "./longRuns";
import { trainRuns } from "./trainRuns";

const records = readLongRuns(join(import.meta.dirname, "../../.."));

beforeAll(() => startNodeBackend("wasm"));

describe.each(LONG_RUN_IDS)("the long runs of %s", (id) => {
  const config = longConfig(id);
  const recorded = records[id] ?? [];

  it("are recorded with the settings they have, every so many steps, and those of the goal to the end", () => {
    const { interval, goal } = LONG_RUNS[id];
    const whole = Array.from({ length: config.steps / interval }, (_, i) => (i + 1) * interval);
    for (const { run, settings, evaluations } of recorded) {
      expect(settings, `${id} ${run}: npm run -s sweep -- --long ${id} --run ${run}`).toEqual(settingsOf(id, run));
      const steps = evaluations.map(({ step }) => step);
      expect(steps).toEqual((goal?.by ?? [run]).includes(run) ? whole : whole.slice(0, Math.max(1, steps.length)));
    }
  });

  // not a grid: its runs are many and alike; of the last bit nothing is said, as kernels may add up in another order
  it("begin as they are recorded", async () => {
    const runs = recorded.filter(({ run }) => !isGridRun(run));
    const specs = longRunsOf(id).filter((one) => runs.some(({ run }) => run === one.run));
    const now = await trainRuns(
      config,
      specs.map(({ id: optimizer, run, hyperparams }) => ({ run, optimizer, hyperparams })),
      { steps: config.steps, interval: 0, until: EARLY_STEPS },
    );
    for (const { run, early } of runs) {
      const losses = now.get(run)?.batchLosses ?? [];
      expect([run, losses.length, early.length]).toEqual([run, EARLY_STEPS, EARLY_STEPS]);
      for (const [step, loss] of losses.entries()) expect(Math.abs(loss / (early[step] ?? 0) - 1)).toBeLessThan(1e-4);
    }
  });
});
