import { describe, expect, test } from "vitest";
import { linearTicks, logTicks, logTicksWithin, rangeTicks } from "./ticks";

describe("logTicks", () => {
  test("a falling loss gets ticks at 1 and 3 times powers of ten, in data units", () => {
    expect(logTicks([2.3, 0.13])).toEqual({ domain: [0.1, 3], ticks: [0.1, 0.3, 1, 3] });
  });

  test("values at or below zero, NaN and infinity do not reach the axis", () => {
    expect(logTicks([0, -5, Number.NaN, Number.POSITIVE_INFINITY, 0.2, 1])).toEqual(logTicks([0.2, 1]));
  });

  test("a run that diverges over ten decades still has at most five ticks, all powers of ten", () => {
    const { domain, ticks } = logTicks([1e-4, 3e7]);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(ticks.every((tick) => Number.isInteger(Number(Math.log10(tick).toFixed(9))))).toBe(true);
    expect(domain[0]).toBeLessThanOrEqual(1e-4);
    expect(domain[1]).toBeGreaterThanOrEqual(3e7);
  });

  test("a constant has an axis around it with at least two ticks", () => {
    const { domain, ticks } = logTicks([0.05]);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(domain[0]).toBeLessThan(0.05);
    expect(domain[1]).toBeGreaterThan(0.05);
  });

  test("without a value the axis stays, from 0.1 to 1", () => {
    expect(logTicks([]).domain).toEqual([0.1, 1]);
  });
});

describe("linearTicks", () => {
  test("starts at zero and ends at a round number", () => {
    expect(linearTicks([2.81])).toEqual({ domain: [0, 3], ticks: [0, 1, 2, 3] });
    expect(linearTicks([0.013]).ticks).toEqual([0, 0.005, 0.01, 0.015]);
  });
});

describe("logTicksWithin", () => {
  test("ticks stand within the ends, in data units", () => {
    expect(logTicksWithin([1, 1000], 6)).toEqual([1, 10, 100, 1000]);
    expect(logTicksWithin([1, 20], 6)).toEqual([1, 2, 5, 10, 20]);
    expect(logTicksWithin([0.25, 40], 4)).toEqual([1, 10]);
  });
  test("where an axis spans too little they are round numbers", () => {
    expect(logTicksWithin([120, 180], 6)).toEqual([120, 140, 160, 180]);
  });
});

describe("rangeTicks", () => {
  test("an axis over a part of the values need not begin at 0", () => {
    expect(rangeTicks([0.512, 0.538])).toEqual({ domain: [0.51, 0.54], ticks: [0.51, 0.52, 0.53, 0.54] });
    expect(rangeTicks([4, 4]).ticks.length).toBeGreaterThan(1);
    expect(rangeTicks([]).domain).toEqual([0, 1]);
  });
});
