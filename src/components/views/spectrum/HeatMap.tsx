import { type CSSProperties, type PointerEvent, useCallback, useEffect, useMemo, useRef } from "react";
import { IDEAL_NAMES } from "../../../config/formulas/ideal";
import { useCharts, useExperiment } from "../../../store/experiment/experimentStore";
import { shownStep } from "../../../store/experiment/shownStep";
import type { HeatModel, SortedCurve } from "../../../store/views/spectrum/spectrumViewSelectors";
import { PlotChart } from "../../charts/curves/PlotChart";
import type { AxisKinds } from "../../charts/geometry/axisKinds";
import { xTitlePlace } from "../../charts/geometry/axisPlaces";
import type { Frame } from "../../charts/geometry/frame";
import { LINE_END } from "../../charts/geometry/lineEnds";
import { panelTitlePlace, SPECTRUM_LINE } from "../../charts/geometry/panelPlaces";
import { valueAtPixel } from "../../charts/geometry/pointer";
import { textWidth } from "../../charts/geometry/textWidth";
import { useZoom } from "../../charts/marks/useZoom";
import { useActions } from "../../ui/actionsContext";
import { idealStroke } from "../../ui/seriesStroke";
import { useMediaQuery } from "../../ui/useMediaQuery";
import { HeatScale } from "./HeatScale";
import { pixelColumns } from "./heatPixels";
import { type Painted, paintHeat } from "./paintHeat";
import "./spectrumView.css";
import "../../charts/marks/marks.css";

const AXES: AxisKinds = { x: "linear", y: "log", grid: "y" };
const NO_CURVES: never[] = [];

interface HeatMapProps {
  frame: Frame;
  model: HeatModel;
  /** The ideal as rules across the map, where it is known. */
  ideal: SortedCurve | undefined;
  reached: number;
}

/** Eigenvalues up, steps across, and how many there are as strength; the step shown is a rule. */
export function HeatMap({ frame, model, ideal, reached }: HeatMapProps) {
  const actions = useActions();
  const { box, x, xDomain } = frame;
  const {
    onKeyDown: _,
    onPointerDown,
    ...zooming
  } = useZoom(
    useCallback(
      (_size, pixel) => {
        const stepAt = (at: number) => Math.min(reached, Math.round(valueAtPixel(box, xDomain, at) ?? 0));
        return valueAtPixel(box, xDomain, pixel) === null ? null : { box, stepAt };
      },
      [box, xDomain, reached],
    ),
  );
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const pixel = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const step = valueAtPixel(box, xDomain, pixel);
    actions.setHover(step === null ? null : Math.min(reached, Math.round(step)));
  };
  return (
    <div
      className="panel"
      style={{ left: 0, top: 0, width: box.width, height: box.height }}
      data-brush
      onPointerMove={onPointerMove}
      onPointerDown={(event) => onPointerDown(event, box)}
      {...zooming}
      onPointerLeave={() => actions.setHover(null)}
    >
      <PlotChart frame={frame} axes={AXES} curves={NO_CURVES} />
      <Columns frame={frame} model={model} />
      <svg className="layer plot-text" width={box.width} height={box.height} aria-hidden="true">
        {ideal ? <IdealRules frame={frame} ideal={ideal} end={x(Math.min(reached, xDomain[1]))} /> : null}
        <Head frame={frame} reached={reached} />
        <text {...panelTitlePlace(box, SPECTRUM_LINE)}>eigenvalue</text>
        <text className="axis-title halo" {...xTitlePlace(box, LINE_END.name, textWidth("step", "tick"))}>
          step
        </text>
        <HeatScale box={box} token={model.identity?.token ?? null} />
      </svg>
    </div>
  );
}

/** One rule for each eigenvalue of the ideal at the λ of the step shown. */
function IdealRules({ frame: { box, y }, ideal, end }: { frame: Frame; ideal: SortedCurve; end: number }) {
  const rules = ideal.points.slice(0, -1); // the last point only ends the stairs
  const highest = rules.at(-1);
  return (
    <>
      {rules.map(({ value, share }) => (
        <line
          key={share}
          className="ideal-rule"
          x1={box.left}
          x2={end}
          y1={y(value)}
          y2={y(value)}
          style={idealStroke("exact")}
        />
      ))}
      {highest ? (
        <text className="note halo" x={box.left + 4 * box.unit} y={y(highest.value) - 4 * box.unit}>
          {IDEAL_NAMES.exact.name}
        </text>
      ) : null}
    </>
  );
}

function Columns({ frame, model }: Pick<HeatMapProps, "frame" | "model">) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painted = useRef<Painted | null>(null);
  const theme = useExperiment((state) => state.display.theme);
  const isDark = useMediaQuery("(prefers-color-scheme: dark)");
  const columns = useMemo(() => pixelColumns(model.columns, frame), [model.columns, frame]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colour is read anew when the theme changes
  useEffect(() => {
    if (canvas.current) painted.current = paintHeat(canvas.current, frame, columns, painted.current);
  }, [columns, frame, theme, isDark]);
  const { width, height } = frame.box;
  const style = { "--c": `var(--opt-${model.identity?.token ?? "apo-p"})` } as CSSProperties;
  return <canvas ref={canvas} className="heat" width={Math.round(width)} height={Math.round(height)} style={style} />;
}

function Head({ frame, reached }: Pick<HeatMapProps, "frame" | "reached">) {
  const step = useCharts(shownStep) ?? reached;
  const { box, x, xDomain } = frame;
  if (step < xDomain[0] || step > xDomain[1]) return null;
  return <line className="head" x1={x(step)} x2={x(step)} y1={box.top} y2={box.bottom} />;
}
