import { expect, test } from "vitest";
import { ticksWithin } from "../geometry/ticks";
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

test("an axis far from zero has labels that differ", () => {
  expect(ticksWithin([2003, 2022]).map(formatTick)).toEqual(["2005", "2010", "2015", "2020"]);
  expect(ticksWithin([101_200, 101_800]).map(formatTick)).toEqual(["101.2k", "101.4k", "101.6k", "101.8k"]);
});

test("bytes carry two or three digits and a unit", () => {
  expect(formatBytes(512)).toBe("512 B");
  expect(formatBytes(96_400)).toBe("96 KB");
  expect(formatBytes(1_440_000)).toBe("1.4 MB");
});
