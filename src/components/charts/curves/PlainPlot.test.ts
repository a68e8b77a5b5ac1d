import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { timeFrame } from "../geometry/frame";
import { PlainPlot } from "./PlainPlot";

test("ticks, labels and the axis stand at the shared offsets, scaled by the size of the text", () => {
  const margins = { left: 40, right: 100, top: 20, bottom: 22 };
  const frame = timeFrame(
    { width: 640, height: 250, unit: 2 },
    { xRange: [0, 40], yValues: [0, 3], yScale: "linear" },
    margins,
  );
  const axes = { x: "linear", y: "linear", grid: "y" } as const;
  const markup = renderToStaticMarkup(createElement(PlainPlot, { frame, axes, curves: [] }));
  // The plot: from 2·40 to 640 − 2·100 across, from 2·20 to 250 − 2·22 down.
  expect(markup).toContain('<line class="axis" x1="80" y1="206" x2="440" y2="206"></line>');
  expect(frame.xTicks).toEqual([0, 20, 40]);
  // 20 of 40 is in the middle, (80 + 440) / 2; its label hangs 2·7.5 below the axis.
  expect(markup).toContain('<text class="tick" x="260" y="221" dy="0.71em" text-anchor="middle">20</text>');
  expect(frame.yTicks).toEqual([0, 1, 2, 3]);
  // 3 is at the top; its label ends 2·8 left of the axis, and its line runs across.
  expect(markup).toContain('<text class="tick" x="64" y="40" dy="0.355em" text-anchor="end">3</text>');
  expect(markup).toContain('<line stroke="var(--grid)" x1="80" y1="40" x2="440" y2="40"></line>');
});
