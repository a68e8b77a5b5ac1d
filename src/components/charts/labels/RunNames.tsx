import type { CSSProperties, ReactNode } from "react";
import { MarkPath } from "../../ui/MarkPath";
import { SvgText } from "../../ui/MathSymbol";
import type { RunMark } from "../../ui/runMark";
import type { PlotBox } from "../geometry/geometry";
import { leaderEnd, leaderPath, namePlace } from "../geometry/lineEnds";
import { textWidth } from "../geometry/textWidth";
import "../../ui/curve.css";

/** The end of a line that runs on into its name, in pixels. */
export interface NamedEnd {
  run: string;
  token?: string;
  name: string;
  /** Where the line ends. */
  y: number;
  look: CSSProperties;
  mark: RunMark | null;
  /** Of no run: not bold. */
  isNote?: boolean;
}

type Placed<End> = End & { labelY: number };

interface RunNamesProps<End> {
  box: PlotBox;
  labels: readonly Placed<End>[];
  /** Before the leader, and after the name. */
  before?: (label: Placed<End>) => ReactNode;
  after?: (label: Placed<End>) => ReactNode;
}

/** How much the estimate of a width has to spare, as a share. */
const SPARE = 0.06;

/** The lines' names right of a plot; one that is too long for the room there lies over the end of the plot. */
export function RunNames<End extends NamedEnd>({ box, labels, before, after }: RunNamesProps<End>) {
  const u = box.unit;
  return labels.map((label) => {
    const { run, name, y, labelY, look, mark, isNote } = label;
    const beside = namePlace(box, labelY);
    const width = textWidth(name, "label") * u;
    const isOver = beside.x + (1 - SPARE) * width > box.width;
    const markAt = isOver ? ([box.width - width - 7 * u, labelY] as const) : leaderEnd(box, labelY);
    return (
      <g key={run}>
        {before?.(label)}
        {isOver ? null : <path className="curve" d={leaderPath(box, y, labelY)} style={look} />}
        {mark ? <MarkPath mark={mark} places={[markAt]} radius={4 * u} /> : null}
        <text
          className={`${isNote ? "note" : "label"}${isOver ? " halo" : ""}`}
          {...(isOver ? { ...beside, x: box.width, textAnchor: "end" } : beside)}
        >
          <SvgText text={name} />
        </text>
        {after?.(label)}
      </g>
    );
  });
}
