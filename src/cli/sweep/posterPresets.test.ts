import { join } from "node:path";
import { expect, it } from "vitest";
import { isGridRun } from "../../config/experiment/learningRateGrid";
import { readLongRuns } from "./longRecords";

const root = join(import.meta.dirname, "../../..");

/** Standard error of an accuracy on 1,000 images, at most. */
const ERROR = 0.016;

it("the long run of WRN-28 shows what its preset says: APO-η level with the schedule in test accuracy, and behind the best fixed rate", () => {
  const ends = (readLongRuns(root).wrn28 ?? []).map(({ run, evaluations }) => ({
    run,
    accuracy: evaluations.at(-1)?.testMetric ?? 0,
  }));
  const of = (name: string) => ends.find(({ run }) => run === name)?.accuracy ?? Number.NaN;
  const grid = ends.filter(({ run }) => isGridRun(run)).map(({ accuracy }) => accuracy);
  expect(grid).toHaveLength(8);
  expect(Math.abs(of("apo-lr") - of("schedule"))).toBeLessThan(ERROR);
  expect(of("apo-lr")).toBeLessThan(Math.max(...grid) - ERROR);
});
