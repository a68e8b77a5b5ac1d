import { describe, expect, test } from "vitest";
import { MOST_RUNS } from "../../../config/experiment/resolveRuns";
import { fittingRows, placeLabels } from "./placeLabels";

const rows = { gap: 18, top: 0, bottom: 200 }; // 200 / 18 = 11.1: twelve labels
const run = (y: number, index: number, token = "sgd") => ({ run: `${token}-${index}`, token, y });

describe("labels that all fit", () => {
  test("those that would touch are spread in the order of their lines", () => {
    const placed = placeLabels(
      [52, 50, 10].map((y, index) => run(y, index)),
      rows,
    );
    expect(placed.map(({ y }) => y)).toEqual([10, 50, 52]);
    expect(placed.map(({ labelY }) => labelY)).toEqual([10, 50, 68]);
  });

  test("those at the foot of the chart are pushed up, and stay a gap apart", () => {
    const placed = placeLabels(
      [199, 198, 200].map((y, index) => run(y, index)),
      rows,
    );
    expect(placed.map(({ labelY }) => labelY)).toEqual([164, 182, 200]);
  });
});

describe.each([5, 13, MOST_RUNS])("%i runs", (count) => {
  // all but one end at the top, where labels would have to leave the chart; the run being taught is the last
  const runs = Array.from({ length: count }, (_, index) => run(index === 1 ? 200 : 1, index));
  const all = [...runs.slice(0, -1), run(3, count - 1, "apo-p")];

  test("no two labels are nearer than a gap, and none leaves the rows", () => {
    const ys = placeLabels(all, rows).map(({ labelY }) => labelY);
    for (const [index, y] of ys.entries()) {
      expect(y).toBeGreaterThanOrEqual(rows.top);
      expect(y).toBeLessThanOrEqual(rows.bottom);
      if (index > 0) expect(y - (ys[index - 1] as number)).toBeGreaterThanOrEqual(rows.gap - 1e-9);
    }
  });

  test("each is either drawn or in the rest, whose row stays free; the run being taught and the one pointed at are drawn", () => {
    const pointed = all[count - 2]?.run ?? "";
    const { drawn, rest } = fittingRows(all, rows, pointed);
    expect([...drawn, ...rest].map(({ run }) => run).sort()).toEqual(all.map(({ run }) => run).sort());
    expect(drawn).toHaveLength(count <= 12 ? count : 11);
    const placed = placeLabels(all, rows, pointed);
    expect(placed.map(({ run }) => run)).toEqual(expect.arrayContaining([pointed, `apo-p-${count - 1}`]));
    expect(placed.map(({ run }) => run).sort()).toEqual(drawn.map(({ run }) => run).sort());
    if (rest.length > 0) expect(Math.max(...placed.map(({ labelY }) => labelY))).toBeLessThanOrEqual(200 - 18);
  });
});

test("a figure too low for two labels names the run being taught and leaves no label over another", () => {
  const low = { gap: 16, top: 20, bottom: 36 };
  const { drawn, rest } = fittingRows([run(1, 0), run(2, 1), run(3, 2, "apo-p")], low, null);
  expect(drawn.map(({ run }) => run)).toEqual(["apo-p-2"]);
  expect(rest).toHaveLength(2);
});
