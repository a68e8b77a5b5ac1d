import { createContext, memo, useContext, useMemo } from "react";
import { LineChart, usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import { chartAxes, chartMargin } from "../axes/Axes";
import { CurvePaths, type PlottedCurve } from "./CurvePaths";
import type { PlotProps } from "./plotProps";

const Curves = createContext<readonly PlottedCurve[]>([]);
const NO_DATA: never[] = [];

/**
 * A recharts chart of our curves, for every plot whose axes stand still while its curves grow; `PlainPlot` draws the others.
 * recharts owns axes, grid and scales, and is touched only when those change. New points go past it to the curves alone, which
 * makes a redraw several times cheaper than through `<Line data>`.
 */
export const PlotChart = memo(function PlotChart({ frame, axes, curves }: PlotProps) {
  const chart = useMemo(
    () => (
      <LineChart
        width={frame.box.width}
        height={frame.box.height}
        margin={chartMargin(frame, axes)}
        data={NO_DATA}
        accessibilityLayer={false}
      >
        {chartAxes(frame, axes)}
        <CurveLayer />
      </LineChart>
    ),
    [frame, axes],
  );
  return <Curves value={curves}>{chart}</Curves>;
});

/** The curves through recharts' scales. */
function CurveLayer() {
  const curves = useContext(Curves);
  const area = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!area || !x || !y) return null;
  const box = { left: area.x, right: area.x + area.width, top: area.y, bottom: area.y + area.height };
  return (
    <CurvePaths curves={curves} x={(value) => x(value) ?? Number.NaN} y={(value) => y(value) ?? Number.NaN} box={box} />
  );
}
