import type { Point } from "../../../config/tables/landscape";
import type { LandscapeMethodModel } from "../../../store/views/landscape/landscapeSelectors";
import { linePath } from "../../charts/geometry/geometry";
import { RunDot } from "../../charts/marks/RunDot";
import { heroLast, seriesStroke } from "../../ui/seriesStroke";
import type { LandscapeFrame } from "./landscapeFrame";
import "./landscape.css";
import "../../charts/marks/marks.css";
import "../../ui/curve.css";

interface MethodPathsProps {
  frame: LandscapeFrame;
  methods: readonly LandscapeMethodModel[];
}

/** Each method's path as a thin line, and over all of them the first step of each as an arrow. */
export function MethodPaths({ frame, methods }: MethodPathsProps) {
  const ordered = heroLast(methods);
  return (
    <>
      {ordered.map(({ run, token, path }) => (
        <path key={run} className="curve thin" d={linePath(placed(path, frame))} style={thin(token)} />
      ))}
      {ordered.map((method) =>
        method.first ? <FirstStep key={method.run} frame={frame} method={method} to={method.first.point} /> : null,
      )}
      {ordered.map(({ run, token, variant, end, path }) =>
        path.length > 1 ? (
          <RunDot
            key={run}
            mark={{ token, variant }}
            x={frame.x(end.point[0])}
            y={frame.y(end.point[1])}
            unit={frame.unit}
          />
        ) : null,
      )}
    </>
  );
}

const thin = (token: string) => ({
  ...seriesStroke(token),
  strokeWidth: "var(--stroke-edge)",
});

function* placed(points: readonly Point[], { x, y }: LandscapeFrame): Iterable<readonly [number, number]> {
  for (const [a, b] of points) yield [x(a), y(b)];
}

const HEAD = 11;

function FirstStep({ frame, method, to }: { frame: LandscapeFrame; method: LandscapeMethodModel; to: Point }) {
  const [from = to] = method.path;
  const start = [frame.x(from[0]), frame.y(from[1])] as const;
  const end = [frame.x(to[0]), frame.y(to[1])] as const;
  const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
  if (!(length > 1)) return null;
  const head = Math.min(HEAD * frame.unit, length);
  const [ux, uy] = [(end[0] - start[0]) / length, (end[1] - start[1]) / length];
  const neck = [end[0] - head * ux, end[1] - head * uy] as const;
  const wing = 0.45 * head;
  const corners = [
    end,
    [neck[0] - wing * uy, neck[1] + wing * ux] as const,
    [neck[0] + wing * uy, neck[1] - wing * ux] as const,
  ];
  return (
    <g className="first-step" data-run={method.run}>
      <path
        className="curve"
        d={linePath([start, neck])}
        style={{ ...seriesStroke(method.token), strokeWidth: "var(--stroke-hero)" }}
      />
      <path d={`${linePath(corners)}Z`} style={{ fill: `var(--opt-${method.token})` }} />
    </g>
  );
}
