import { type ComponentProps, type CSSProperties, useMemo } from "react";
import type { TimeChartModel } from "../../../store/charts/chartModels";
import { selectCosineReadout, selectDistanceReadout } from "../../../store/views/gap/gapSelectors";
import type { BoxSize } from "../../charts/geometry/geometry";
import { panelTitlePlace } from "../../charts/geometry/panelPlaces";
import { TimeChart } from "../../charts/time/TimeChart";
import type { DrawnGap } from "./gapDrawing";
import { panelsOf, TITLE_HEIGHT } from "./panelPlaces";

/** The distance on a log axis and the cosine beside or under it, over the same steps. */
export function GapPanels({ size, drawn }: { size: BoxSize; drawn: DrawnGap }) {
  const { model, cosineModel, xEnd, distance, cosine, guide } = drawn;
  const { first, second, box } = panelsOf(size);
  const common = { size: box, xEnd, showSamples: model.kind === "net", form: "linear" } as const;
  return (
    <>
      <Panel
        place={first}
        {...common}
        model={model.distance}
        drawn={distance}
        yScale="log"
        readout={selectDistanceReadout}
        guide={guide}
      />
      <Panel
        place={second}
        {...common}
        model={cosineModel}
        drawn={cosine}
        yScale="linear"
        readout={selectCosineReadout}
      />
    </>
  );
}

/** A time chart under the title of its y-axis, which is too long to stand beside the words of a move. */
function Panel({ place, ...chart }: ComponentProps<typeof TimeChart> & { place: CSSProperties }) {
  const { size, model } = chart;
  const u = size.unit;
  const untitled = useMemo((): TimeChartModel => ({ ...model, yTitle: "" }), [model]);
  const below = useMemo(() => ({ ...size, height: size.height - TITLE_HEIGHT * size.unit }), [size]);
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
