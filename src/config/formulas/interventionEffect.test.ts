import { expect, test } from "vitest";
import { effectValue, interventionEffect, type ReadColumn } from "./interventionEffect";

const one = (step: number) => ({ firstStep: step, step });

/** η = step, FSD = step² at every second step only, WSD = ½·step². */
const read: ReadColumn = (column, step) => {
  if (step < 0 || step >= 200) return null;
  if (column === "learningRate") return step;
  if (column === "fsd") return step % 2 === 0 ? step ** 2 : null;
  if (column === "wsd") return step ** 2 / 2;
  return null;
};

test("both sides are means over as many steps, and the step length is √(2·WSD)", () => {
  const effect = interventionEffect(read, [one(100)], 0, 200);
  // 50 … 99 and 100 … 149
  expect(effect).toMatchObject({ steps: 50, before: { learningRate: 74.5 }, after: { learningRate: 124.5 } });
  expect(effect?.before.stepLength).toBeCloseTo(74.5, 9);
  expect(effect?.after.preconditionerTrace).toBeNull();
  expect(effectValue(read, "stepLength", 30)).toBe(30);
});

test("a window reaches neither past the ends of the run nor into another move", () => {
  expect(interventionEffect(read, [one(3)], 0, 200)?.steps).toBe(3);
  expect(interventionEffect(read, [one(190)], 0, 200)?.steps).toBe(10);
  expect(interventionEffect(read, [one(100), one(120)], 0, 200)?.steps).toBe(20);
  expect(interventionEffect(read, [one(100), one(120)], 1, 200)).toMatchObject({
    steps: 20,
    before: { learningRate: 109.5 },
    after: { learningRate: 129.5 },
  });
  expect(interventionEffect(read, [one(100)], 0, 100)).toBeNull();
});

test("a drag is left out from its first step to its last", () => {
  const effect = interventionEffect(read, [{ firstStep: 60, step: 80 }], 0, 100);
  expect(effect).toMatchObject({ steps: 20, before: { learningRate: 49.5 }, after: { learningRate: 89.5 } });
});

test("quantities that exist at meta-updates only are means over those there are", () => {
  const effect = interventionEffect(read, [one(4)], 0, 8);
  expect(effect?.before.functionChange).toBe((0 + 4) / 2);
  expect(effect?.after.functionChange).toBe((16 + 36) / 2);
});
