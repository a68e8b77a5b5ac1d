import type { FittedRunModel } from "../../store/fit/fitSelectors";
import { AxisTitles } from "../charts/axes/AxisTitles";
import type { Frame } from "../charts/geometry/frame";
import { leaderEnd, leaderPath, namePlace } from "../charts/geometry/lineEnds";
import { dodge } from "../charts/labels/dodge";
import { MarkPath } from "../ui/MarkPath";
import { SvgText } from "../ui/MathSymbol";
import { runMark } from "../ui/runMark";
import { seriesStroke } from "../ui/seriesStroke";
import "../ui/curve.css";

const ROW = 18;

/** Names beside the right ends of the fitted functions. */
export function FitLabels({ frame, runs }: { frame: Frame; runs: readonly FittedRunModel[] }) {
  const { box, y } = frame;
  const u = box.unit;
  const ends = runs.flatMap((run) => {
    const last = run.prediction?.values.at(-1);
    if (last === undefined || !Number.isFinite(last)) return [];
    return [{ run, mark: runMark(run.token, run.variant), y: Math.min(box.bottom, Math.max(box.top, y(last))) }];
  });
  return (
    <svg className="layer plot-text" width={box.width} height={box.height} aria-hidden="true">
      <AxisTitles frame={frame} xTitle="x" yTitle="y" />
      {dodge(ends, ROW * u, box.top, box.bottom - 6 * u).map(({ run, mark, y: endY, labelY }) => (
        <g key={run.run}>
          <path className="curve" d={leaderPath(box, endY, labelY)} style={seriesStroke(run.token)} />
          {mark ? <MarkPath mark={mark} places={[leaderEnd(box, labelY)]} radius={4 * u} /> : null}
          <text className="label" {...namePlace(box, labelY)}>
            <SvgText text={run.name} />
          </text>
        </g>
      ))}
    </svg>
  );
}
