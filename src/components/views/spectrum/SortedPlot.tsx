import { useMemo } from "react";
import { useCharts } from "../../../store/experiment/experimentStore";
import type { SortedCurve } from "../../../store/views/spectrum/spectrumViewSelectors";
import type { PlottedCurve } from "../../charts/curves/CurvePaths";
import { PlotChart } from "../../charts/curves/PlotChart";
import type { AxisKinds } from "../../charts/geometry/axisKinds";
import { xTitlePlace } from "../../charts/geometry/axisPlaces";
import type { Frame } from "../../charts/geometry/frame";
import { LINE_END } from "../../charts/geometry/lineEnds";
import { panelTitlePlace, SPECTRUM_LINE } from "../../charts/geometry/panelPlaces";
import { textWidth } from "../../charts/geometry/textWidth";
import { labelRows } from "../../charts/labels/labelRows";
import { placeLabels } from "../../charts/labels/placeLabels";
import { type NamedEnd, RunNames } from "../../charts/labels/RunNames";
import { runMark } from "../../ui/runMark";
import { HERO_TOKEN, idealStroke, seriesStroke } from "../../ui/seriesStroke";

const AXES: AxisKinds = { x: "linear", y: "log", grid: "y" };

/** Colour and dash of a run's or an ideal's curve. */
export const sortedStrokeOf = ({ identity, form }: SortedCurve) =>
  form ? idealStroke(form) : seriesStroke(identity?.token ?? HERO_TOKEN);

/** Mark of a run among those of its method; the ideal has none. */
const markOf = ({ identity }: SortedCurve) => identity && runMark(identity.token, identity.variant);

/** Runs first, the one being taught last of them, the ideal over all. */
function inDrawingOrder(curves: readonly SortedCurve[]): SortedCurve[] {
  const rank = ({ form, identity }: SortedCurve) => (form ? 2 : Number(identity?.token === HERO_TOKEN));
  return [...curves].sort((a, b) => rank(a) - rank(b));
}

interface SortedPlotProps {
  frame: Frame;
  curves: readonly SortedCurve[];
  left: number;
  top: number;
  /** What stands at a line's end. */
  nameOf: (curve: SortedCurve) => string;
}

/** Sorted eigenvalues of every run at the step shown; each line runs into its name. */
export function SortedPlot({ frame, curves, left, top, nameOf }: SortedPlotProps) {
  const { box, y } = frame;
  const pointedRun = useCharts((state) => state.display.pointedRun);
  const plotted = useMemo(
    () =>
      inDrawingOrder(curves).map(
        (curve): PlottedCurve => ({
          key: curve.key,
          points: curve.points.map(({ share, value }) => ({ x: share, y: value })),
          form: "stepAfter",
          look: sortedStrokeOf(curve),
          mark: markOf(curve),
        }),
      ),
    [curves],
  );
  const ends = curves.flatMap((curve): NamedEnd[] => {
    const last = curve.points.at(-1);
    const { key, form } = curve;
    const name = nameOf(curve);
    const look = { look: sortedStrokeOf(curve), mark: markOf(curve), isNote: form !== null };
    return last
      ? [{ run: key, token: form ? HERO_TOKEN : (curve.identity?.token ?? ""), name, y: y(last.value), ...look }]
      : [];
  });
  return (
    <div className="panel" style={{ left, top, width: box.width, height: box.height }}>
      <PlotChart frame={frame} axes={AXES} curves={plotted} />
      <svg className="layer plot-text" width={box.width} height={box.height} aria-hidden="true">
        <RunNames box={box} labels={placeLabels(ends, labelRows(box, false), pointedRun)} />
        <text {...panelTitlePlace(box, SPECTRUM_LINE)}>eigenvalue</text>
        <text className="axis-title halo" {...xTitlePlace(box, LINE_END.name, textWidth("share, sorted", "tick"))}>
          share, sorted
        </text>
      </svg>
    </div>
  );
}
