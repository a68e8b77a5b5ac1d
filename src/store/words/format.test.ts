import { expect, test } from "vitest";
import { formatErrorBar, formatNumber, formatPercent, formatSettingValue } from "./format";

test("numbers keep four significant digits, small and large ones an exponent", () => {
  expect(formatNumber(0.23456)).toBe("0.2346");
  expect(formatNumber(2.31251)).toBe("2.313");
  expect(formatNumber(1234.5)).toBe("1235");
  expect(formatNumber(0.00012345)).toBe("1.234e-4");
  expect(formatNumber(12345.6)).toBe("12346");
  expect(formatNumber(1.5e12)).toBe("1.500e12");
  expect(formatNumber(0)).toBe("0");
});

test("what is not finite is said in words or its sign", () => {
  expect(formatNumber(Number.NaN)).toBe("not a number");
  expect(formatNumber(Number.POSITIVE_INFINITY)).toBe("∞");
});

test("settings read as a person would write them", () => {
  expect([0.3, 0.01, 3, 10, 0.125, 100, 1e-7, 1, 0.9, 0.999].map(formatSettingValue)).toEqual([
    "0.30",
    "0.010",
    "3.0",
    "10",
    "0.125",
    "100",
    "1e-7",
    "1.0",
    "0.90",
    "0.999",
  ]);
  expect(formatSettingValue("adam")).toBe("adam");
});

test("a share is a percentage with one digit", () => {
  expect(formatPercent(0.4567)).toBe("45.7 %");
});

test("an error bar has one digit after the point, and below that its first digit", () => {
  expect([0.0213, 0.0005, 0.0003, 0.00002, 1e-5, 4e-18, 0].map(formatErrorBar)).toEqual([
    "±2.1 %",
    "±0.1 %",
    "±0.03 %",
    "±0.002 %",
    "±0.001 %",
    "±<0.001 %",
    "±0.0 %",
  ]);
});
