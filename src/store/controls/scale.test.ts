import { expect, test } from "vitest";
import { hyperparamRange } from "../../config/tables/hyperparamRange";
import { HYPERPARAMS } from "../../config/tables/hyperparams";
import { positionOfValue, stopsOf, valueAtPosition } from "./scale";

const lambdaFsd = hyperparamRange("apo-p", "lambdaFsd");
const interval = hyperparamRange("apo-p", "metaUpdateInterval");

test("the leftmost stop of λ_FSD is 0, the next the smallest value, the last the largest", () => {
  expect(stopsOf(lambdaFsd)).toBe(101); // 4 decades of 25 stops, and zero
  expect(valueAtPosition(lambdaFsd, 0)).toBe(0);
  expect(valueAtPosition(lambdaFsd, 1 / 101)).toBe(0.01);
  expect(valueAtPosition(lambdaFsd, 1)).toBe(100);
  expect(positionOfValue(lambdaFsd, 0)).toBe(0);
  expect(positionOfValue(lambdaFsd, 0.01)).toBeCloseTo(1 / 101, 12);
});

test("the middle of the log part is the geometric mean", () => {
  expect(positionOfValue(lambdaFsd, 1)).toBeCloseTo(51 / 101, 12); // √(0.01 · 100) = 1
  expect(valueAtPosition(lambdaFsd, 51 / 101)).toBe(1);
});

test("every stop of every slider gives another value, and the value comes back to its stop", () => {
  for (const info of Object.values(HYPERPARAMS)) {
    if (info.kind !== "number") continue;
    const stops = stopsOf(info);
    const values = Array.from({ length: stops + 1 }, (_, stop) => valueAtPosition(info, stop / stops));
    expect(new Set(values).size, info.label).toBe(stops + 1);
    values.forEach((value, stop) => {
      expect(Math.round(positionOfValue(info, value) * stops), `${info.label} ${value}`).toBe(stop);
    });
  }
});

test("K moves in integers, one at a time while they are small", () => {
  const stops = stopsOf(interval);
  const values = Array.from({ length: stops + 1 }, (_, stop) => valueAtPosition(interval, stop / stops));
  expect(values.slice(0, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(values.at(-1)).toBe(50);
  expect(values.every(Number.isInteger)).toBe(true);
});

test("a value beyond the slider's ends sits at that end", () => {
  expect(positionOfValue(lambdaFsd, 5000)).toBe(1);
  expect(positionOfValue(lambdaFsd, 1e-5)).toBeCloseTo(1 / 101, 12);
  expect(valueAtPosition(lambdaFsd, 7)).toBe(100);
});
