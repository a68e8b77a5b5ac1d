import { type ComponentProps, type CSSProperties, useMemo } from "react";
import type { TimeChartModel } from "../../../store/charts/chartModels";
import { selectCosineReadout, selectDistanceReadout } from "../../../store/views/gap/gapSelectors";
import type { BoxSize } from "../../charts/geometry/geometry";
import { panelTitlePlace } from "../../charts/geometry/panelPlaces";
import { RestOfLines } from "../../charts/labels/RestOfLines";
import type { PlotUnder } from "../../charts/marks/useHover";
import { TimeChart, timeChartUnder } from "../../charts/time/TimeChart";
import type { DrawnGap } from "./gapDrawing";
import { panelsOf, TITLE_HEIGHT } from "./panelPlaces";

/** The distance on a log axis and the cosine beside or under it, over the same steps. */
export function GapPanels({ size, drawn }: { size: BoxSize; drawn: DrawnGap }) {
  const { model, cosineModel, xRange, distance, cosine, guide } = drawn;
  const { first, second, box } = panelsOf(size);
  const common = { size: box, xRange, showSamples: model.kind === "net", form: "linear" } as const;
  return (
    <>
      <Panel
        place={first}
        {...common}
        model={model.distance}
        drawn={distance}
        readout={selectDistanceReadout}
        guide={guide}
      />
      <Panel place={second} {...common} model={cosineModel} drawn={cosine} readout={selectCosineReadout} />
    </>
  );
}

/** The chart that lies under a pixel of the figure. */
export function gapPanelUnder(size: BoxSize, drawn: DrawnGap, x: number, y: number): PlotUnder {
  const { first, second, box } = panelsOf(size);
  const isSecond = x >= second.left && y >= second.top;
  const { left, top } = isSecond ? second : first;
  const chart = isSecond
    ? { model: drawn.cosineModel, drawn: drawn.cosine, guide: undefined }
    : { model: drawn.model.distance, drawn: drawn.distance, guide: drawn.guide };
  const below = top + TITLE_HEIGHT * size.unit;
  return timeChartUnder({ ...chart, size: belowTitle(box), xRange: drawn.xRange }, { left, top: below });
}

const belowTitle = (size: BoxSize): BoxSize => ({ ...size, height: size.height - TITLE_HEIGHT * size.unit });

/** The rest of the runs, once for both charts, whose labels have the same room. */
export function RestOfGaps({ size, drawn: { distance } }: { size: BoxSize; drawn: DrawnGap }) {
  return <RestOfLines size={belowTitle(panelsOf(size).box)} drawn={distance} />;
}

/** A time chart under the title of its y-axis, which is too long to stand beside the words of a move. */
function Panel({ place, ...chart }: ComponentProps<typeof TimeChart> & { place: CSSProperties }) {
  const { size, model } = chart;
  const u = size.unit;
  const untitled = useMemo((): TimeChartModel => ({ ...model, yTitle: "" }), [model]);
  const below = useMemo(() => belowTitle(size), [size]);
  return (
    <div className="panel" style={place}>
      <svg className="layer plot-text" width={size.width} height={TITLE_HEIGHT * u} aria-hidden="true">
        <text {...panelTitlePlace(size)}>{model.yTitle}</text>
      </svg>
      <div className="panel" style={{ top: TITLE_HEIGHT * u }}>
        <TimeChart {...chart} size={below} model={untitled} />
      </div>
    </div>
  );
}
