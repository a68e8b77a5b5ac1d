import { memo } from "react";
import { formatTick } from "../../charts/geometry/format";
import { panelXTickPlace, panelYTickPlace } from "../../charts/geometry/panelPlaces";
import type { LandscapeFrame } from "./landscapeFrame";
import "../../charts/curves/plainPlot.css";

/** The frame of the plane, whole numbers along it, and what the axes are. */
export const PlaneAxes = memo(function PlaneAxes({
  frame,
  titles,
}: {
  frame: LandscapeFrame;
  titles: readonly [string, string];
}) {
  const { left, right, top, bottom, unit: u, x, y } = frame;
  return (
    <g className="plane-axes">
      <rect className="axis" x={left} y={top} width={right - left} height={bottom - top} fill="none" />
      {frame.xTicks.map((tick) => (
        <text key={tick} {...panelXTickPlace(frame, x(tick))}>
          {formatTick(tick)}
        </text>
      ))}
      {frame.yTicks.map((tick) => (
        <text key={tick} {...panelYTickPlace(frame, y(tick))}>
          {formatTick(tick)}
        </text>
      ))}
      <text className="label" x={(left + right) / 2} y={bottom + 30 * u} textAnchor="middle">
        {titles[0]}
      </text>
      <text className="label" x={10 * u} y={(top + bottom) / 2 - 18 * u} textAnchor="middle">
        {titles[1]}
      </text>
    </g>
  );
});
