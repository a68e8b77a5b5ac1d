import { useMemo } from "react";
import { IDEAL_NAMES } from "../../../config/formulas/ideal";
import type { SortedCurve } from "../../../store/views/spectrum/spectrumViewSelectors";
import type { PlottedCurve } from "../../charts/curves/CurvePaths";
import { PlotChart } from "../../charts/curves/PlotChart";
import type { AxisKinds } from "../../charts/geometry/axisKinds";
import { xTitlePlace } from "../../charts/geometry/axisPlaces";
import type { Frame } from "../../charts/geometry/frame";
import { CLOSE_LINE_END, leaderEnd, leaderPath, namePlace } from "../../charts/geometry/lineEnds";
import { panelTitlePlace, SPECTRUM_LINE } from "../../charts/geometry/panelPlaces";
import { dodge } from "../../charts/labels/dodge";
import { MarkPath } from "../../ui/MarkPath";
import { SvgText } from "../../ui/MathSymbol";
import { runMark } from "../../ui/runMark";
import { HERO_TOKEN, idealStroke, seriesStroke } from "../../ui/seriesStroke";
import "../../ui/curve.css";

const AXES: AxisKinds = { x: "linear", y: "log", grid: "y" };
const ROW = 17;

/** Colour and dash of a run's or an ideal's curve. */
export const strokeOf = ({ identity, form }: SortedCurve) =>
  form ? idealStroke(form) : seriesStroke(identity?.token ?? HERO_TOKEN);

/** Mark of a run among those of its method; the ideal has none. */
const markOf = ({ identity }: SortedCurve) => identity && runMark(identity.token, identity.variant);

/** Runs first, the one being taught last of them, the ideal over all. */
function inDrawingOrder(curves: readonly SortedCurve[]): SortedCurve[] {
  const rank = ({ form, identity }: SortedCurve) => (form ? 2 : Number(identity?.token === HERO_TOKEN));
  return [...curves].sort((a, b) => rank(a) - rank(b));
}

/** A run's name, or that of the ideal without its formula. */
const shortName = ({ name, form }: SortedCurve) => (form ? IDEAL_NAMES[form].name : name);

interface SortedPlotProps {
  frame: Frame;
  curves: readonly SortedCurve[];
  left: number;
  top: number;
  /** Formulas stand beside the names of the ideal. */
  isWide: boolean;
}

/** Sorted eigenvalues of every run at the step shown; each line runs into its name. */
export function SortedPlot({ frame, curves, left, top, isWide }: SortedPlotProps) {
  const { box, y } = frame;
  const u = box.unit;
  const plotted = useMemo(
    () =>
      inDrawingOrder(curves).map(
        (curve): PlottedCurve => ({
          key: curve.key,
          points: curve.points.map(({ share, value }) => ({ x: share, y: value })),
          form: "stepAfter",
          look: strokeOf(curve),
          mark: markOf(curve),
        }),
      ),
    [curves],
  );
  const ends = curves.flatMap((curve) => {
    const last = curve.points.at(-1);
    return last ? [{ curve, mark: markOf(curve), y: y(last.value) }] : [];
  });
  return (
    <div className="panel" style={{ left, top, width: box.width, height: box.height }}>
      <PlotChart frame={frame} axes={AXES} curves={plotted} />
      <svg className="layer plot-text" width={box.width} height={box.height} aria-hidden="true">
        {dodge(ends, ROW * u, box.top, box.bottom - 16 * u).map(({ curve, mark, y: end, labelY }) => (
          <g key={curve.key}>
            <path className="curve" d={leaderPath(box, end, labelY, CLOSE_LINE_END)} style={strokeOf(curve)} />
            {mark ? <MarkPath mark={mark} places={[leaderEnd(box, labelY, CLOSE_LINE_END)]} radius={4 * u} /> : null}
            <text className={curve.form ? "note" : "label"} {...namePlace(box, labelY, CLOSE_LINE_END.name)}>
              {curve.form && !isWide ? shortName(curve) : <SvgText text={curve.name} />}
            </text>
          </g>
        ))}
        <text {...panelTitlePlace(box, SPECTRUM_LINE)}>eigenvalue</text>
        <text {...xTitlePlace(box, CLOSE_LINE_END.name)}>share, sorted</text>
      </svg>
    </div>
  );
}
