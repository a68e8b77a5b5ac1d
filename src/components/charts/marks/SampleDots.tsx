import type { DrawnSeries } from "../curves/drawnSeries";
import type { Frame } from "../geometry/frame";

/** A small dot at every value of every line. */
export function SampleDots({ frame: { box, x, y }, drawn }: { frame: Frame; drawn: readonly DrawnSeries[] }) {
  return (
    <svg className="layer" width={box.width} height={box.height} aria-hidden="true">
      {drawn.map(({ run, token, points }) => (
        <g key={run} style={{ fill: `var(--opt-${token})` }}>
          {points.flatMap((point) => {
            const [cx, cy] = [x(point.x), point.y === null ? Number.NaN : y(point.y)];
            return cx >= box.left && cx <= box.right && cy >= box.top && cy <= box.bottom
              ? [<circle key={point.x} cx={cx} cy={cy} r={2.2 * box.unit} />]
              : [];
          })}
        </g>
      ))}
    </svg>
  );
}
