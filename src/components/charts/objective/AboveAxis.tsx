import type { MarkerModel } from "../../../store/charts/chartModels";
import { formatNumber } from "../../../store/words/format";
import type { Frame } from "../geometry/frame";
import { panelTitlePlace } from "../geometry/panelPlaces";
import { CutMarks } from "../marks/CutMarks";
import { lineBeside, WORDS_LINE, WORDS_WIDTH } from "../marks/markers";
import "../figure/plotText.css";

interface AboveAxisProps {
  frame: Frame;
  /** Q at each meta-update drawn. */
  sums: readonly { x: number; y: number }[];
  /** Their words stand there already. */
  markers: readonly MarkerModel[];
}

/** Where Q leaves its axis at the top: marks, and how far up it goes; nothing where all of it is on the axis. */
export function AboveAxis({ frame, sums, markers }: AboveAxisProps) {
  const { box, x, xDomain, yDomain } = frame;
  const above = sums.filter((sum) => sum.y > yDomain[1] && sum.x >= xDomain[0] && sum.x <= xDomain[1]);
  const [first] = above;
  if (!first) return null;
  const u = box.unit;
  const at = x(first.x);
  const isLate = at > box.right - WORDS_WIDTH * u;
  const line = lineBeside(at, markers, frame);
  return (
    <>
      <CutMarks frame={frame} lines={[{ key: "q", fill: "var(--ink)", points: above }]} />
      {line === null ? null : (
        <svg className="layer plot-text" width={box.width} height={box.height} aria-hidden="true">
          <text
            className="note halo above"
            x={at + (isLate ? -6 : 6) * u}
            y={panelTitlePlace(box).y + WORDS_LINE * line * u}
            textAnchor={isLate ? "end" : "start"}
          >
            {`▲ up to ${formatNumber(Math.max(...above.map(({ y }) => y)), 3)}`}
          </text>
        </svg>
      )}
    </>
  );
}
