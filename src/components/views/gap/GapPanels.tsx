import { selectCosineReadout, selectDistanceReadout } from "../../../store/gapSelectors";
import type { BoxSize } from "../../charts/geometry";
import { TimeChart } from "../../charts/TimeChart";
import type { DrawnGap } from "./gapDrawing";
import { panelsOf } from "./panelPlaces";

/** The distance on a log axis and the cosine beside or under it, over the same steps. */
export function GapPanels({ size, drawn }: { size: BoxSize; drawn: DrawnGap }) {
  const { model, cosineModel, xEnd, distance, cosine, guide } = drawn;
  const { first, second, box } = panelsOf(size);
  return (
    <>
      <div className="panel" style={first}>
        <TimeChart
          size={box}
          model={model.distance}
          drawn={distance}
          yScale="log"
          form="linear"
          readout={selectDistanceReadout}
          xEnd={xEnd}
          showSamples={model.kind === "net"}
          guide={guide}
        />
      </div>
      <div className="panel" style={second}>
        <TimeChart
          size={box}
          model={cosineModel}
          drawn={cosine}
          yScale="linear"
          form="linear"
          readout={selectCosineReadout}
          xEnd={xEnd}
          showSamples={model.kind === "net"}
        />
      </div>
    </>
  );
}
