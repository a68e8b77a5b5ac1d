import { expect, test } from "vitest";
import { packNumbers, unpackNumbers } from "./packed";

test("numbers come back within half a unit, gaps and zeros as they are", () => {
  const values = [0.7, null, 0, 1.3e-9, 52_000, 0.7, Number.NaN];
  const back = unpackNumbers(packNumbers(values, "log", 2e-4));
  expect([back[1], back[2], back[6]]).toEqual([null, 0, null]);
  for (const at of [0, 3, 4, 5]) {
    const [value, found] = [values[at] as number, back[at] as number];
    expect(Math.abs(found / value - 1)).toBeLessThanOrEqual(1.0001e-4);
  }
  const linear = [-0.25, 1, null, 0, 0.33333];
  for (const [at, value] of unpackNumbers(packNumbers(linear, "linear", 1e-3)).entries()) {
    const given = linear[at] ?? null;
    if (given === null) expect(value).toBeNull();
    else expect(Math.abs((value as number) - given)).toBeLessThanOrEqual(5e-4 + 1e-12);
  }
  expect(unpackNumbers(packNumbers([], "linear", 1))).toEqual([]);
});

test("counts are exact, and the example of docs/TRACE.md reads as it says", () => {
  const counts = [2, 3, 4, 8, 8, 100_000];
  expect(unpackNumbers(packNumbers(counts, "linear", 1))).toEqual(counts);
  expect(packNumbers([1, null, 0.5, 2], "linear", 0.5)).toEqual({ scale: "linear", unit: 0.5, digits: ["GADI"] });
});
