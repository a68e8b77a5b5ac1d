import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { describe, expect, test } from "vitest";
import { type Frame, timeFrame } from "../geometry/frame";
import { linearScale, logScale, plotBox } from "../geometry/geometry";
import { MARGINS } from "../geometry/margins";
import { PlainPlot } from "./PlainPlot";
import { PlotChart } from "./PlotChart";
import type { PlotProps } from "./plotProps";
import { TIME_AXES } from "./timeCurves";

const LOOK = { stroke: "black" };
const line = (points: readonly (readonly [number, number])[]) => [
  { key: "line", form: "linear", look: LOOK, points: points.map(([x, y]) => ({ x, y })) } as const,
];

/** A panel as of the spectra: log across, no labels at the side, lines down. */
function panelFrame(): Frame {
  const box = plotBox({ width: 220, height: 180, unit: 1 }, MARGINS.spectrumPanel);
  const xDomain: [number, number] = [0.01, 10];
  const yDomain: [number, number] = [0, 5];
  const [x, y] = [logScale(xDomain, box.left, box.right), linearScale(yDomain, box.bottom, box.top)];
  return { box, x, y, xDomain, yDomain, xTicks: [0.01, 0.1, 1], yTicks: [] };
}

const PLOTS: Record<string, PlotProps> = {
  "a loss on a log axis": {
    frame: timeFrame(
      { width: 520, height: 204, unit: 1 },
      { xRange: [0, 400], yValues: [2.3, 0.013], yScale: "log" },
      {
        ...MARGINS.time,
        left: 40,
        right: 132,
      },
    ),
    axes: TIME_AXES.log,
    curves: line([
      [0, 2.3],
      [150, 0.2],
      [400, 0.013],
    ]),
  },
  "Q on a straight axis, in larger text": {
    frame: timeFrame(
      { width: 700, height: 300, unit: 1.25 },
      { xRange: [0, 1000], yValues: [0, 0.7], yScale: "linear" },
      {
        ...MARGINS.time,
        left: 40,
        right: 152,
      },
    ),
    axes: TIME_AXES.linear,
    curves: line([
      [0, 0.7],
      [1000, 0.1],
    ]),
  },
  "a panel of eigenvalues": {
    frame: panelFrame(),
    axes: { x: "log", y: "hidden", grid: "x" },
    curves: line([
      [0.02, 0],
      [0.1, 2],
      [5, 0],
    ]),
  },
};

/** Draws it and returns its element once its labels are there: recharts draws in several rounds. */
async function drawn(Plot: typeof PlotChart | typeof PlainPlot, props: PlotProps): Promise<Element> {
  const host = document.body.appendChild(document.createElement("div"));
  createRoot(host).render(createElement(Plot, props));
  const { frame, axes } = props;
  const labels = frame.xTicks.length + (axes.y === "hidden" ? 0 : frame.yTicks.length);
  await expect.poll(() => host.querySelectorAll("text.tick").length).toBe(labels);
  await expect.poll(() => host.querySelector("path.curve")).not.toBeNull();
  return host;
}

/** Edges of what a selector finds, in pixels from the corner of the drawing, in reading order. */
function placesOf(host: Element, selector: string) {
  const origin = host.querySelector("svg")?.getBoundingClientRect() ?? new DOMRect();
  return [...host.querySelectorAll(selector)]
    .map((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const edges = [left - origin.left, top - origin.top, right - origin.left, bottom - origin.top];
      return { words: element.textContent, edges: edges.map((edge) => Number(edge.toFixed(2))) };
    })
    .sort((a, b) => (a.edges[1] ?? 0) - (b.edges[1] ?? 0) || (a.edges[0] ?? 0) - (b.edges[0] ?? 0));
}

const GRID = 'line[stroke="var(--grid)"]';

describe.each(Object.entries(PLOTS))("%s", (_, props) => {
  test("has its ticks, labels, axis, grid and curve at the same places by recharts and by the plain plot", async () => {
    const [recharts, plain] = [await drawn(PlotChart, props), await drawn(PlainPlot, props)];
    expect(placesOf(recharts, "text.tick")).toEqual(placesOf(plain, "text.tick"));
    expect(placesOf(recharts, GRID)).toEqual(placesOf(plain, GRID));
    expect(placesOf(plain, GRID).length).toBeGreaterThan(2);
    expect(placesOf(recharts, ".recharts-xAxis .recharts-cartesian-axis-line")).toEqual(placesOf(plain, ".axis"));
    expect(placesOf(recharts, "path.curve")).toEqual(placesOf(plain, "path.curve"));
  });
});
