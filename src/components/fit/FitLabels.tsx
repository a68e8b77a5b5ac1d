import { AxisTitles } from "../charts/axes/AxisTitles";
import type { Frame } from "../charts/geometry/frame";
import { dodge } from "../charts/labels/dodge";
import { seriesStroke } from "../ui/seriesStroke";
import type { FittedRun } from "./FitFigure";
import "../ui/curve.css";

const ROW = 18;
const NAME_AT = 22;

/** Names beside the right ends of the fitted functions. */
export function FitLabels({ frame, runs }: { frame: Frame; runs: readonly FittedRun[] }) {
  const { box, y } = frame;
  const u = box.unit;
  const ends = runs.flatMap((run) => {
    const last = run.prediction?.values.at(-1);
    if (last === undefined || !Number.isFinite(last)) return [];
    return [{ run, y: Math.min(box.bottom, Math.max(box.top, y(last))) }];
  });
  return (
    <svg className="layer plot-text" width={box.width} height={box.height} aria-hidden="true">
      <AxisTitles frame={frame} xTitle="x" yTitle="y" />
      {dodge(ends, ROW * u, box.top, box.bottom - 6 * u).map(({ run, y: endY, labelY }) => (
        <g key={run.run}>
          <path
            className="curve"
            d={`M${box.right} ${endY}L${box.right + 6 * u} ${endY}L${box.right + 16 * u} ${labelY}`}
            style={seriesStroke(run.token, run.variant)}
          />
          <text className="label" x={box.right + NAME_AT * u} y={labelY + 4.5 * u}>
            {run.name}
          </text>
        </g>
      ))}
    </svg>
  );
}
