import { memo } from "react";
import { TickLabel } from "../axes/TickLabel";
import { axisLine, gridLines, xTickPlace, yTickPlace } from "../geometry/axisPlaces";
import { CurvePaths } from "./CurvePaths";
import type { PlotProps } from "./plotProps";
import "./plainPlot.css";

/**
 * What `PlotChart` draws, at the same places (`geometry/axisPlaces`), in a few elements of our own. It draws what is painted
 * before recharts is there (the recorded run), and small panels whose axes move with their numbers (the spectra of layers), where
 * a chart of recharts costs ten times as much. All other plots are `PlotChart`s.
 */
export const PlainPlot = memo(function PlainPlot({ frame, axes, curves }: PlotProps) {
  const { box, x, y, xTicks, yTicks } = frame;
  return (
    <svg className="layer" width={box.width} height={box.height} aria-hidden="true">
      {gridLines(frame, axes.grid).map(({ tick, line }) => (
        <line key={tick} stroke="var(--grid)" {...line} />
      ))}
      <line className="axis" {...axisLine(box)} />
      {axes.y === "hidden"
        ? null
        : yTicks.map((tick) => <TickLabel key={tick} place={yTickPlace(frame, tick)} value={tick} />)}
      {xTicks.map((tick) => (
        <TickLabel key={tick} place={xTickPlace(frame, tick)} value={tick} />
      ))}
      <CurvePaths curves={curves} x={x} y={y} box={box} />
    </svg>
  );
});
