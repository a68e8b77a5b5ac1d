import type { DrawnSeries } from "./drawnSeries";
import { formatTick } from "./format";
import type { Frame } from "./frame";
import { linePath } from "./geometry";
import { heroLast, seriesStroke } from "./seriesStroke";

/** Grid, axes and lines of a time chart as `PlotChart` draws them, in a few elements of our own: what stands still. */
export function PlainPlot({ frame, drawn }: { frame: Frame; drawn: readonly DrawnSeries[] }) {
  const { box, x, y, xTicks, yTicks } = frame;
  const u = box.unit;
  return (
    <svg className="layer" width={box.width} height={box.height} aria-hidden="true">
      {yTicks.map((tick) => (
        <path key={tick} d={`M${box.left} ${y(tick)}H${box.right}`} stroke="var(--grid)" />
      ))}
      <path className="axis" d={`M${box.left} ${box.bottom}H${box.right}`} />
      {yTicks.map((tick) => (
        <text key={tick} x={box.left - 8 * u} y={y(tick)} dy="0.355em" textAnchor="end">
          {formatTick(tick)}
        </text>
      ))}
      {xTicks.map((tick) => (
        <text key={tick} x={x(tick)} y={box.bottom + 7.5 * u} dy="0.71em" textAnchor="middle">
          {formatTick(tick)}
        </text>
      ))}
      {heroLast(drawn).map(({ run, token, variant, points }) => (
        <path
          key={run}
          className="curve"
          d={linePath(points.map((point) => [x(point.x), point.y === null ? Number.NaN : y(point.y)] as const))}
          style={seriesStroke(token, variant)}
        />
      ))}
    </svg>
  );
}
