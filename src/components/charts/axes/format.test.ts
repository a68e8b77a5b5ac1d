import { expect, test } from "vitest";
import { formatBytes, formatTick } from "./format";

test("axis labels have no trailing zeros", () => {
  expect([0.1, 0.3, 1, 30, 1000, 20000, 1e-5, 3e-12].map(formatTick)).toEqual([
    "0.1",
    "0.3",
    "1",
    "30",
    "1000",
    "20k",
    "1e−5",
    "3e−12",
  ]);
});

test("bytes carry two or three digits and a unit", () => {
  expect(formatBytes(512)).toBe("512 B");
  expect(formatBytes(96_400)).toBe("96 KB");
  expect(formatBytes(1_440_000)).toBe("1.4 MB");
});
