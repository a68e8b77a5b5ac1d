import { expect, it } from "vitest";
import { claimsTable } from "../../config/claims/findings/claimsTable";
import type { ClaimComparison } from "../../config/claims/findings/finding";
import { madeMethod } from "../../config/claims/testing/madeRecords";
import { dotPlot } from "./seedDots";

const plotOf = (claim: number, study: "lenet" | "cars", ours: (number | null)[], sgdm: number[]) => {
  const curves = (values: (number | null)[]) => values.map((value) => [value]);
  const records = [
    madeMethod(study, "apo-p", "apo-p", {}, curves(ours)),
    madeMethod(study, "sgdm", "sgdm", {}, curves(sgdm)),
  ];
  const found = claimsTable(records, []).findings.find(
    (one): one is ClaimComparison => one.kind === "comparison" && one.claim === claim && one.study === study,
  );
  return dotPlot(found as ClaimComparison);
};

it("dots of all entrants share one axis, from the lowest value to the highest", () => {
  const { rows, ends, isLog } = plotOf(3, "lenet", [0.5, 0.4, null], [0.3, 0.35]);
  expect(ends).toEqual(["30.0 %", "50.0 %"]);
  expect(isLog).toBe(false);
  expect(rows.map(({ id }) => id)).toEqual(["apo-p", "sgdm", "adam", "kfac"]);
  expect(rows[0]?.dots.map(({ seed, place }) => [seed, Number(place.toFixed(3))])).toEqual([
    [1, 1],
    [2, 0.5],
  ]);
  expect(rows[1]?.median).toBeCloseTo(0.125); // 0.325 lies an eighth of the way from 0.3 to 0.5
  expect(rows[0]).toMatchObject({
    poster: "the poster: 77.42 %",
    text: "45.0 % (40.0 % to 50.0 %); 1 of 3 without a value",
  });
  expect(rows[3]).toMatchObject({ text: "not run yet", dots: [], median: null });
});

it("losses of several magnitudes are drawn by their logarithms, and one value stands in the middle", () => {
  const { rows, isLog, ends } = plotOf(4, "cars", [1e-4], [1e-2, 1e-3]);
  expect(isLog).toBe(true);
  expect(ends).toEqual(["1.00e-4", "0.0100"]);
  const places = rows.flatMap(({ dots }) => dots.map(({ place }) => Number(place.toFixed(3))));
  expect(places).toEqual([0, 1, 0.5]);
  expect(plotOf(3, "lenet", [0.5], []).rows[0]?.dots).toEqual([{ seed: 1, place: 0.5 }]);
  expect(plotOf(3, "lenet", [], []).ends).toBeNull();
});
