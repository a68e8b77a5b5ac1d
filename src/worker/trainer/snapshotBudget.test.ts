import { expect, test } from "vitest";
import { SnapshotBudget } from "./snapshotBudget";

const KINDS = [
  { kind: "a", intervalMs: 100 },
  { kind: "b", intervalMs: 200 },
];

/** Trains for so long, a step a millisecond, taking what is due at the price told; returns the share spent and the counts. */
function train(durationMs: number, price: Record<string, number>) {
  const budget = new SnapshotBudget();
  const counts: Record<string, number> = { a: 0, b: 0 };
  let spent = 0;
  let now = 0;
  for (let step = 1; now < durationMs; step += 1) {
    now += 1;
    for (const kind of budget.due(step, false, now, KINDS)) {
      if (!budget.isFree(now)) break;
      const ms = price[kind] ?? 0;
      now += ms;
      spent += ms;
      counts[kind] = (counts[kind] ?? 0) + 1;
      budget.taken(kind, step, ms, now, false);
    }
  }
  return { share: spent / now, counts };
}

test("cheap kinds come at their intervals", () => {
  const { counts } = train(10_000, { a: 0.1, b: 0.1 });
  expect(counts.a).toBeGreaterThan(90);
  expect(counts.b).toBeGreaterThan(45);
});

test("expensive kinds take a tenth of the time in all, and both get their turn", () => {
  const { share, counts } = train(60_000, { a: 30, b: 60 });
  expect(share).toBeLessThan(0.105);
  expect(share).toBeGreaterThan(0.08);
  expect(counts.a).toBeGreaterThan(50);
  expect(counts.b).toBeGreaterThan(50);
});

test("at rest everything that is not of the step is taken, and training pays nothing for it", () => {
  const budget = new SnapshotBudget();
  expect(budget.due(5, true, 0, KINDS)).toEqual(["a", "b"]);
  budget.taken("a", 5, 1000, 1000, true);
  budget.taken("b", 5, 1000, 2000, true);
  expect(budget.due(5, true, 2001, KINDS)).toEqual([]);
  expect(budget.isFree(2001)).toBe(true);
  expect(budget.due(6, false, 2150, KINDS)).toEqual(["a"]);
});
