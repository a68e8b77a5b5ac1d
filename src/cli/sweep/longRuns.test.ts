import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { startNodeBackend } from "../nodeBackend";
import { readLongRuns } from "./longRecords";
import { EARLY_STEPS, LONG_RUN_IDS, LONG_RUNS, longConfig, settingsOf, trainLong } from "./longRuns";

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
      expect(steps).toEqual(goal.by.includes(run) ? whole : whole.slice(0, Math.max(1, steps.length)));
    }
  });

  // of the last bit nothing is said: kernels may add up in another order
  it.each(recorded.map(({ run, early }) => [run, early] as const))(
    "%s begins as it is recorded",
    async (run, early) => {
      const now = await trainLong(id, run, EARLY_STEPS);
      expect(early).toHaveLength(EARLY_STEPS);
      for (const [step, loss] of now.early.entries())
        expect(Math.abs(loss / (early[step] ?? 0) - 1)).toBeLessThan(1e-4);
    },
  );
});
