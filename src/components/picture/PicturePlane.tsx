import { useId, useMemo } from "react";
import { type HalfAxes, levelEllipse } from "../../config/formulas/proximalPicture";
import type { Point } from "../../config/tables/landscape";
import { PICTURE_QUADRATIC } from "../../config/tables/quadratics";
import type { PictureModel } from "../../store/picture/pictureModel";
import type { BoxSize } from "../charts/geometry/geometry";
import type { PlaneFrame } from "../charts/geometry/planeFrame";
import { ThetaHandle } from "../charts/marks/ThetaHandle";
import { PICTURE_LEVELS, pictureFrame } from "./pictureFrame";
import { placeNames } from "./pictureNames";
import "./picture.css";
import "../charts/figure/plotText.css";

interface PlaneProps {
  size: BoxSize;
  model: PictureModel;
  onTheta: (theta: Point) => void;
}

/** Degrees that the steep direction is turned by on screen, where y grows down. */
const TURN = (-180 * PICTURE_QUADRATIC.angle) / Math.PI;

/** Level lines, both balls, the step and θ: ellipses in closed form, on no grid. */
export function PicturePlane({ size, model, onTheta }: PlaneProps) {
  const { width, height, unit } = size;
  const frame = useMemo(() => pictureFrame({ width, height, unit }), [width, height, unit]);
  const clip = useId();
  const { left, right, top, bottom } = frame;
  const { theta, shape } = model;
  const names = placeNames(frame, model);
  return (
    <svg className="plot-text" width={width} height={height} aria-hidden="true">
      <clipPath id={clip}>
        <rect x={left} y={top} width={right - left} height={bottom - top} />
      </clipPath>
      <g clipPath={`url(#${clip})`}>
        <g className="picture-levels">
          {PICTURE_LEVELS.map((level) => (
            <Ellipse
              key={level}
              frame={frame}
              center={PICTURE_QUADRATIC.minimum}
              halves={levelEllipse(PICTURE_QUADRATIC, level)}
            />
          ))}
        </g>
        {shape.wsdRadius === null ? null : (
          <Ellipse
            className="picture-ball wsd"
            frame={frame}
            center={theta}
            halves={[shape.wsdRadius, shape.wsdRadius]}
          />
        )}
        {shape.fsdBall ? (
          <Ellipse className="picture-ball fsd" frame={frame} center={theta} halves={shape.fsdBall} />
        ) : null}
        <Cross frame={frame} />
        <Step frame={frame} model={model} />
      </g>
      <rect className="picture-frame" x={left} y={top} width={right - left} height={bottom - top} />
      <ThetaHandle frame={frame} theta={theta} onMove={onTheta} />
      {names.map(({ id, text, x, y }) => (
        <text key={id} className={`label own halo ${id}`} x={x} y={y} textAnchor="middle">
          {text}
        </text>
      ))}
    </svg>
  );
}

interface EllipseProps {
  className?: string;
  frame: PlaneFrame;
  center: Point;
  halves: HalfAxes;
}

/** Pixels beyond which an edge is far outside the picture, and not followed: boxes that large stall what looks at a page. */
const FAR = 1e4;

function Ellipse({ className, frame, center, halves: [across, along] }: EllipseProps) {
  const [x, y] = [frame.x(center[0]), frame.y(center[1])];
  const pixels = (length: number) => Math.min(FAR, length * frame.perUnit);
  return (
    <ellipse
      className={className}
      cx={x}
      cy={y}
      rx={pixels(across)}
      ry={pixels(along)}
      transform={`rotate(${TURN} ${x} ${y})`}
    />
  );
}

/** Where the loss is least. */
function Cross({ frame }: { frame: PlaneFrame }) {
  const [x, y] = [frame.x(PICTURE_QUADRATIC.minimum[0]), frame.y(PICTURE_QUADRATIC.minimum[1])];
  const arm = 5 * frame.unit;
  return <path className="picture-least" d={`M${x - arm} ${y}h${2 * arm}M${x} ${y - arm}v${2 * arm}`} />;
}

const HEAD = 12;
/** Of the ring around θ⁺. */
const RING = 4;

/** θ → θ⁺ as an arrow, and θ⁺ as a ring that is seen where the arrow is too short. */
function Step({ frame, model: { theta, shape } }: { frame: PlaneFrame; model: PictureModel }) {
  const u = frame.unit;
  const [fromX, fromY] = [frame.x(theta[0]), frame.y(theta[1])];
  const [toX, toY] = [frame.x(shape.next[0]), frame.y(shape.next[1])];
  const length = Math.hypot(toX - fromX, toY - fromY);
  const [ux, uy] = length > 0 ? [(toX - fromX) / length, (toY - fromY) / length] : [0, 0];
  const at = (pixels: number, aside = 0) => `${fromX + pixels * ux - aside * uy} ${fromY + pixels * uy + aside * ux}`;
  const tip = Math.max(0, length - RING * u);
  const neck = Math.max(0, tip - HEAD * u);
  const wing = 0.45 * (tip - neck);
  return (
    <g className="picture-step">
      <path className="shaft" d={`M${at(0)}L${at(neck)}`} />
      <path className="arrow" d={`M${at(tip)}L${at(neck, wing)}L${at(neck, -wing)}Z`} />
      <circle className="ring" cx={toX} cy={toY} r={RING * u} />
    </g>
  );
}
