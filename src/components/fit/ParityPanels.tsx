import { memo, useMemo } from "react";
import type { ParityPoint, ParityRunModel } from "../../store/fit/parityModel";
import type { ParityModel } from "../../store/fit/paritySelectors";
import { formatNumber } from "../../store/words/format";
import type { PlottedCurve } from "../charts/curves/CurvePaths";
import { PlainPlot } from "../charts/curves/PlainPlot";
import type { AxisKinds } from "../charts/geometry/axisKinds";
import type { Frame } from "../charts/geometry/frame";
import { type BoxSize, linearScale, plotBox } from "../charts/geometry/geometry";
import { MARGINS } from "../charts/geometry/margins";
import { textWidth } from "../charts/geometry/textWidth";
import { ticksWithin } from "../charts/geometry/ticks";
import { RunName } from "../ui/MathSymbol";
import { Swatch } from "../ui/Swatch";
import "./parity.css";

/** Between two panels, and how wide one is, in units. */
const GAP = 14;
const LEAST = 168;
const MOST = 236;

const AXES: AxisKinds = { x: "linear", y: "linear", grid: "y" };

/** As many panels beside each other as there is room for, on the same axes. */
export function ParityPanels({ size, words, domain, runs }: Omit<ParityModel, "when"> & { size: BoxSize }) {
  const { width, unit: u } = size;
  const columns = Math.max(1, Math.min(runs.length, Math.floor((width / u + GAP) / (LEAST + GAP))));
  const panelWidth = Math.floor(Math.min(MOST * u, (width - GAP * u * (columns - 1)) / columns));
  const [low, high] = domain;
  const frame = useMemo(() => squareFrame(panelWidth, u, [low, high]), [panelWidth, u, low, high]);
  const diagonal = useMemo(() => diagonalOf([low, high]), [low, high]);
  return (
    <div className="parity-panels" style={{ gap: GAP * u }}>
      {runs.map((run) => (
        <Panel key={run.run} run={run} frame={frame} diagonal={diagonal} x={words.x} y={words.y} />
      ))}
    </div>
  );
}

/** About so many ticks, and fewer where their labels are long. */
const TICKS = [6, 4];
const isShort = (ticks: readonly number[]) => ticks.reduce((sum, tick) => sum + String(tick).length, 0) <= 16;

/** Both axes over the same numbers, equally long. */
function squareFrame(width: number, unit: number, domain: [number, number]): Frame {
  const { left, right, top, bottom } = MARGINS.parityPanel;
  const box = plotBox({ width, height: width + (top + bottom - left - right) * unit, unit }, MARGINS.parityPanel);
  const ticks = TICKS.map((most) => ticksWithin(domain, most)).find(isShort) ?? ticksWithin(domain, 3);
  return {
    box,
    x: linearScale(domain, box.left, box.right),
    y: linearScale(domain, box.bottom, box.top),
    xDomain: domain,
    yDomain: domain,
    xTicks: ticks,
    yTicks: ticks,
  };
}

/** Where answers are right. */
function diagonalOf(ends: readonly number[]): readonly PlottedCurve[] {
  const look = { stroke: "var(--ink-faint)", strokeWidth: "var(--stroke-edge)" };
  return [{ key: "diagonal", points: ends.map((end) => ({ x: end, y: end })), form: "linear", look }];
}

interface PanelProps {
  run: ParityRunModel;
  frame: Frame;
  diagonal: readonly PlottedCurve[];
  /** What the axes count. */
  x: string;
  y: string;
}

function Panel({ run: { name, token, variant, points, error, beyond }, frame, diagonal, x, y }: PanelProps) {
  const { width, height, right, unit: u } = frame.box;
  return (
    <div style={{ width }}>
      <p>
        <Swatch token={token} variant={variant} />
        <RunName name={name} />
      </p>
      <p className="parity-error">
        <span>
          {error === null ? "–" : `RMSE ${formatNumber(error, 3)}${beyond === 0 ? "" : `, ${beyond} beyond the axes`}`}
        </span>
      </p>
      <div className="parity-box" style={{ height }}>
        <PlainPlot frame={frame} axes={AXES} curves={diagonal} />
        <Points frame={frame} points={points} token={token} />
        <svg className="layer plot-text" width={width} height={height} aria-hidden="true">
          <text x={right} y={height - 4 * u} textAnchor="end">
            {cutTo(right / u, x)}
          </text>
          <text x={0} y={9 * u}>
            {y}
          </text>
        </svg>
      </div>
    </div>
  );
}

/** A column's name in the room of a panel, in units. */
function cutTo(room: number, name: string): string {
  if (textWidth(name, "tick") <= room) return name;
  let kept = name;
  while (kept !== "" && textWidth(`${kept}…`, "tick") > room) kept = kept.slice(0, -1);
  return `${kept}…`;
}

interface PointsProps {
  frame: Frame;
  points: readonly ParityPoint[];
  token: string;
}

/** Filled and open dots, a path each; what lies beyond the axes at their edge. */
const Points = memo(function Points({ frame: { box, x, y }, points, token }: PointsProps) {
  const dot = (point: ParityPoint) => {
    const height = Math.min(box.bottom, Math.max(box.top, y(point.y)));
    return `M${x(point.x).toFixed(1)} ${height.toFixed(1)}h0`;
  };
  const dots = (isOpen: boolean) =>
    points
      .filter((point) => point.isOpen === isOpen)
      .map(dot)
      .join("");
  const open = dots(true);
  const width = (points.length > 100 ? 4.5 : points.length > 20 ? 6 : 8) * box.unit;
  return (
    <svg className="layer parity-points" width={box.width} height={box.height} aria-hidden="true">
      <path d={dots(false)} style={{ stroke: `var(--opt-${token})`, strokeWidth: width }} />
      <path d={open} style={{ stroke: `var(--opt-${token})`, strokeWidth: width }} />
      <path d={open} className="hole" style={{ strokeWidth: width - 4 * box.unit }} />
    </svg>
  );
});
