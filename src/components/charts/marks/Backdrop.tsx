import { memo } from "react";
import type { TimeChartModel } from "../../../store/charts/chartModels";
import type { DrawnSeries } from "../curves/drawnSeries";
import { innerBox } from "../geometry/axisPlaces";
import type { Frame } from "../geometry/frame";
import { linePath } from "../geometry/geometry";
import { markerColor, markerKey, placeMarkers, WORDS_LINE } from "./markers";
import "./marks.css";

interface BackdropProps {
  frame: Frame;
  model: Pick<TimeChartModel, "markers" | "metaTicks">;
  drawn: readonly DrawnSeries[];
  showMetaTicks: boolean;
}

const META_TICK = 8;

/** Ticks stay apart from each other: at most 1.25 px wide, and a third of their distance. */
function tickWidth(places: readonly number[]): number {
  const [first = 0, second = Number.POSITIVE_INFINITY] = places.slice(-2);
  return Math.min(1.25, Math.max(0.4, (second - first) / 3));
}

/** What lies behind the lines: raw values, a tick for every meta-update, a rule where a slider moved. */
export const Backdrop = memo(function Backdrop({ frame, model, drawn, showMetaTicks }: BackdropProps) {
  const { box, x, y } = frame;
  return (
    <svg className="layer" width={box.width} height={box.height} aria-hidden="true">
      {drawn.some(({ raw }) => raw) ? (
        <svg {...innerBox(box)} overflow="hidden" aria-hidden="true">
          {drawn.map(({ run, token, raw }) =>
            raw ? (
              <path
                key={run}
                className="raw"
                d={linePath(raw.map((point) => [x(point.x), y(point.y)] as const))}
                style={{ stroke: `var(--opt-${token})` }}
              />
            ) : null,
          )}
        </svg>
      ) : null}
      {showMetaTicks ? (
        <path
          className="meta-ticks"
          style={{ strokeWidth: tickWidth(model.metaTicks.map(x)) }}
          d={model.metaTicks.map((at) => `M${x(at).toFixed(1)} ${box.bottom}v${-META_TICK * box.unit}`).join("")}
        />
      ) : null}
      {placeMarkers(model.markers, frame).map(({ marker, at, line }) => (
        <line
          key={markerKey(marker)}
          x1={at}
          x2={at}
          y1={(2 + WORDS_LINE * (line ?? 0)) * box.unit}
          y2={box.bottom}
          style={{ stroke: markerColor(marker.name) }}
        />
      ))}
    </svg>
  );
});
