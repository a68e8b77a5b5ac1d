import type { DrawnSeries } from "../curves/drawnSeries";
import { type BoxSize, plotBox } from "../geometry/geometry";
import { MARGINS } from "../geometry/margins";
import { labelRows } from "./labelRows";
import { RestBesidePlot } from "./RestOfRuns";

/** The rest of the runs of a time chart, which fills its figure or stands in the lower right corner of it. */
export function RestOfLines({ size, drawn }: { size: BoxSize; drawn: readonly DrawnSeries[] }) {
  const rows = labelRows(plotBox(size, { ...MARGINS.time, left: 0, right: 0 }), true);
  return <RestBesidePlot runs={drawn.filter(({ last }) => last)} rows={rows} height={size.height} />;
}
