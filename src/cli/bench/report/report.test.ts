import { describe, expect, it } from "vitest";
import { atMost, formatReport, pairedRatio, percentile, summarise } from "./report";
import { scaleChart } from "./scaleChart";

describe("the benchmark's report", () => {
  it("takes ratios within a round, so that a slow round counts once", () => {
    // the second round was ten times slower for both
    expect(pairedRatio([1, 10, 1], [2, 20, 2])).toBe(0.5);
    expect(pairedRatio([1], [])).toBeNaN();
  });

  it("summarises by median and range, and takes percentiles by nearest rank", () => {
    expect(summarise([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
    expect(summarise([4, 1, 3, 2]).median).toBe(2.5);
    expect(percentile([5, 1, 4, 2, 3], 0.95)).toBe(5);
    expect(percentile([5, 1, 4, 2, 3], 0.4)).toBe(2);
  });

  it("prints a goal that was not measured as missed", () => {
    const goals = [atMost("first", 2, 1), atMost("second", 2, Number.NaN)];
    const text = formatReport({ machine: "here", rows: [], ratios: {}, goals });
    expect(text).toContain("met    first: 1, goal at most 2");
    expect(text).toContain("MISSED second: not measured, goal at most 2");
  });

  it("draws the scale only where all three of its panels were measured", () => {
    const row = (section: string, x: number, median: number) => {
      return { section, case: `sgdm: ${x} of them`, median, min: median, max: median, unit: "ms/step" };
    };
    const two = [row("Scale, parameters", 1000, 1), row("Scale, batch", 64, 1)];
    expect(scaleChart(two)).toBeNull();
    const chart = scaleChart([...two, row("Scale, runs of a race", 1, 1), row("Scale, runs of a race", 2, 2)]);
    expect(chart?.match(/<circle/g)).toHaveLength(4);
    expect(chart).not.toContain("NaN");
  });
});
