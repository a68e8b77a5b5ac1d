import { useId, useMemo } from "react";
import type { LandscapeModel } from "../../../store/views/landscape/landscapeSelectors";
import type { BoxSize } from "../../charts/geometry/geometry";
import { ThetaHandle } from "../../charts/marks/ThetaHandle";
import { useActions } from "../../ui/actionsContext";
import { Balls } from "./Balls";
import { LossLevels } from "./LossLevels";
import { type LandscapeFrame, landscapeFrame } from "./landscapeFrame";
import { MethodPaths } from "./MethodPaths";
import { PathNames } from "./PathNames";
import { PlaneAxes } from "./PlaneAxes";
import "./landscape.css";

/** Where θ's own letter stands: away from where the steps go. */
function besideTheta(frame: LandscapeFrame, { theta, methods }: LandscapeModel): { x: number; y: number } {
  let [sumX, sumY] = [0, 0];
  for (const { first } of methods) {
    if (!first) continue;
    const [dx, dy] = [first.point[0] - theta[0], theta[1] - first.point[1]];
    const length = Math.hypot(dx, dy) || 1;
    sumX += dx / length;
    sumY += dy / length;
  }
  const length = Math.hypot(sumX, sumY);
  const [ux, uy] = length > 1e-6 ? [-sumX / length, -sumY / length] : [0, -1];
  const away = 19 * frame.unit;
  return { x: frame.x(theta[0]) + away * ux, y: frame.y(theta[1]) + away * uy + 4.5 * frame.unit };
}

/** The plane: level lines, balls, steps and paths, the proximal point, and θ to be dragged. */
export function LandscapePlot({ size, model }: { size: BoxSize; model: LandscapeModel }) {
  const { info, theta, surfaces, balls, methods, proximalPoint } = model;
  const { width, height, unit } = size;
  const frame = useMemo(() => landscapeFrame({ width, height, unit }, info), [width, height, unit, info]);
  const clip = useId();
  const { setLandscapeTheta } = useActions();
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
      <PathNames frame={frame} methods={methods} proximalPoint={proximalPoint} />
      {proximalPoint ? (
        <g
          className="proximal-point"
          transform={`translate(${frame.x(proximalPoint[0])} ${frame.y(proximalPoint[1])})`}
        >
          <circle className="ring" r={8 * unit} />
          <circle className="core" r={3 * unit} />
        </g>
      ) : null}
      <ThetaHandle frame={frame} theta={theta} onMove={setLandscapeTheta} />
      <text className="label halo" {...besideTheta(frame, model)} textAnchor="middle">
        θ
      </text>
    </svg>
  );
}
