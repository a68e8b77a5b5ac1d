import { expect, test } from "vitest";
import { invertLinear, linearScale, linePath, logScale } from "./geometry";

test("a decade has the same height anywhere on a log axis", () => {
  const y = logScale([0.01, 1], 200, 0);
  expect(y(0.01)).toBeCloseTo(200);
  expect(y(0.1)).toBeCloseTo(100);
  expect(y(1)).toBeCloseTo(0);
});

test("zero, negative and missing numbers leave a gap instead of a line", () => {
  const y = logScale([0.01, 1], 200, 0);
  const points = [0.1, 0, -1, 0.1, 1].map((value, index) => [index, y(value)] as const);
  expect(linePath(points)).toBe("M0.0 100.0M3.0 100.0L4.0 0.0");
});

test("stairs hold a value until the next one", () => {
  const stairs = linePath(
    [
      [0, 5],
      [10, 8],
    ],
    "stepAfter",
  );
  expect(stairs).toBe("M0.0 5.0L10.0 5.0L10.0 8.0");
});

test.each(["linear", "stepAfter"] as const)(
  "a %s line of a diverged run ends beyond the picture, not far from it",
  (form) => {
    const path = linePath(
      [
        [40, 78],
        [44, 1e17],
        [48, -1e17],
        [1e9, 50],
      ],
      form,
    );
    const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
    expect(numbers.slice(0, 2)).toEqual([40, 78]);
    expect(Math.max(...numbers.map(Math.abs))).toBe(1e4);
  },
);

test("a pixel leads back to the value that was drawn there", () => {
  const x = linearScale([0, 400], 36, 636);
  expect(invertLinear([0, 400], 36, 636, x(120))).toBeCloseTo(120);
});
