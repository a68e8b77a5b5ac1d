import { expect, it } from "vitest";
import { bestOf, RANKED_TEXTS } from "./ranking";

const row = (
  trainLoss: number | null,
  testMetric: number | null,
  msPerStep: number | null,
  status: "running" | "diverged" = "running",
) => ({
  trainLoss,
  testLoss: null,
  testMetric,
  msPerStep,
  status,
});

it.each([
  ["the lowest loss", [row(0.2, null, null), row(0.3, null, null)], [["trainLoss"], []]],
  ["none of one row", [row(0.2, null, null), row(null, null, null)], [[], []]],
  ["none where all are equal", [row(0.2, null, 1), row(0.2, null, 1)], [[], []]],
  ["none where all read the same", [row(0.20001, null, 0.01), row(0.20002, null, 0.03)], [[], []]],
  [
    "all that read as the best does",
    [row(0.20001, null, null), row(0.20002, null, null), row(0.3, null, null)],
    [["trainLoss"], ["trainLoss"], []],
  ],
  ["the highest accuracy", [row(null, 0.9, null), row(null, 0.95, null)], [[], ["testMetric"]]],
  [
    "none that has diverged",
    [row(0.1, null, null, "diverged"), row(0.3, null, null), row(0.2, null, null)],
    [[], [], ["trainLoss"]],
  ],
])("the best is %s", (_, rows, best) => {
  expect(rows.map(bestOf(rows, "accuracy"))).toEqual(best);
});

it("shows a step of 4 microseconds as one that takes time", () => {
  expect(RANKED_TEXTS.msPerStep(0.004, "rmse")).toBe("<0.1");
});

it("ranks the highest BLEU, as it reads to a tenth of a point", () => {
  const rows = [row(null, 12.31, null), row(null, 12.34, null), row(null, 9, null)];
  expect(rows.map(bestOf(rows, "bleu"))).toEqual([["testMetric"], ["testMetric"], []]);
  expect(RANKED_TEXTS.testMetric(12.34, "bleu")).toBe("12.3");
});
