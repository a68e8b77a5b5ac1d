import { memo } from "react";
import { formatTick } from "../axes/format";
import { CurvePaths } from "./CurvePaths";
import type { PlotChartProps } from "./PlotChart";
import "./plainPlot.css";

/**
 * What `PlotChart` draws, in a few elements of our own: for what is painted before recharts is there, and for small charts whose
 * axes move with their numbers, each of which costs a chart of recharts ten times as much.
 */
export const PlainPlot = memo(function PlainPlot({ frame, axes, curves }: PlotChartProps) {
  const { box, x, y, xTicks, yTicks } = frame;
  const { left, right, top, bottom, unit } = box;
  return (
    <svg className="layer" width={box.width} height={box.height} aria-hidden="true">
      {axes.grid === "x"
        ? xTicks.map((tick) => <path key={tick} d={`M${x(tick)} ${top}V${bottom}`} stroke="var(--grid)" />)
        : yTicks.map((tick) => <path key={tick} d={`M${left} ${y(tick)}H${right}`} stroke="var(--grid)" />)}
      <path className="axis" d={`M${left} ${bottom}H${right}`} />
      {axes.y === "hidden"
        ? null
        : yTicks.map((tick) => (
            <text key={tick} className="tick" x={left - 8 * unit} y={y(tick)} dy="0.355em" textAnchor="end">
              {formatTick(tick)}
            </text>
          ))}
      {xTicks.map((tick) => (
        <text key={tick} className="tick" x={x(tick)} y={bottom + 7.5 * unit} dy="0.71em" textAnchor="middle">
          {formatTick(tick)}
        </text>
      ))}
      <CurvePaths curves={curves} x={x} y={y} box={box} />
    </svg>
  );
});
