import { useId, useMemo } from "react";
import type { LandscapeModel } from "../../../store/landscapeModel";
import type { BoxSize } from "../../charts/geometry";
import { Balls } from "./Balls";
import { LossLevels } from "./LossLevels";
import { landscapeFrame } from "./landscapeFrame";
import { MethodPaths, PathNames } from "./MethodPaths";
import { PlaneAxes } from "./PlaneAxes";
import { ThetaHandle } from "./ThetaHandle";

/** The plane: level lines, balls, steps and paths, the proximal point, and θ to be dragged. */
export function LandscapePlot({ size, model }: { size: BoxSize; model: LandscapeModel }) {
  const { info, theta, surfaces, balls, methods, proximalPoint } = model;
  const { width, height, unit } = size;
  const frame = useMemo(() => landscapeFrame({ width, height, unit }, info), [width, height, unit, info]);
  const clip = useId();
  const { left, right, top, bottom } = frame;
  return (
    <svg className="plane plot-text" width={width} height={height} aria-hidden="true">
      <clipPath id={clip}>
        <rect x={left} y={top} width={right - left} height={bottom - top} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        {surfaces ? <LossLevels frame={frame} loss={surfaces.loss} leastLoss={surfaces.leastLoss} /> : null}
        {surfaces && balls ? <Balls frame={frame} surfaces={surfaces} balls={balls} /> : null}
        <MethodPaths frame={frame} methods={methods} />
      </g>
      <PlaneAxes frame={frame} titles={info.axes} />
      <PathNames frame={frame} methods={methods} />
      {proximalPoint ? (
        <g
          className="proximal-point"
          transform={`translate(${frame.x(proximalPoint[0])} ${frame.y(proximalPoint[1])})`}
        >
          <circle className="ring" r={8 * unit} />
          <circle className="core" r={3 * unit} />
          <text className="label halo" x={11 * unit} y={-8 * unit}>
            θ*
          </text>
        </g>
      ) : null}
      <ThetaHandle frame={frame} theta={theta} />
      <text className="label halo" x={frame.x(theta[0]) + 12 * unit} y={frame.y(theta[1]) - 11 * unit}>
        θ
      </text>
    </svg>
  );
}
