import { type CSSProperties, useMemo } from "react";
import type { SeriesModel } from "../../../store/charts/chartModels";
import type { LookaheadSnapshot } from "../../../store/experiment/state";
import { formatNumber } from "../../../store/words/format";
import type { BoxSize } from "../../charts/geometry/geometry";
import { MapAxes } from "../../fit/MapAxes";
import { pointsPath, SurfaceMap, type SurfacePicture } from "../../fit/SurfaceMap";
import type { DrawnParts } from "./drawnParts";
import "./lookahead.css";
import "./surfaceAhead.css";

interface SurfaceAheadProps {
  size: BoxSize;
  picture: SurfacePicture;
  series: SeriesModel;
  ahead: LookaheadSnapshot;
  drawn: DrawnParts;
}

/** Under a map: the numbers of its axis and its name. Left of the first: the numbers of its axis. */
const BELOW = 45;
const LEFT = 26;
const GAP = 16;

/** P(class 1) before and after the lookahead, and how far it moves, as maps with the examples of B and B′. */
export function SurfaceAhead({ size, picture, series, ahead, drawn }: SurfaceAheadProps) {
  const side = Math.min(size.height - BELOW * size.unit, (size.width - LEFT * size.unit - 2 * GAP) / 3);
  const change = useMemo(() => changeOf(ahead), [ahead]);
  const [batch, fsdBatch] = useMemo(
    () => [pointsPath(picture, ahead.batch), pointsPath(picture, ahead.fsdBatch)],
    [picture, ahead],
  );
  const own = `var(--opt-${series.token})`;
  const maps = [
    { name: "before, θ", color: own, values: ahead.before, isDrawn: true },
    { name: "after, θ′", color: own, values: ahead.after, isDrawn: drawn.after },
    {
      name: `change, to ${formatNumber(change.largest, 2)}`,
      color: "var(--fsd)",
      values: change.values,
      isDrawn: drawn.fsd,
    },
  ];
  return (
    <div className="ahead-maps" style={{ width: size.width, gap: GAP, paddingLeft: LEFT * size.unit }}>
      {maps.map(({ name, color, values, isDrawn }, index) => (
        <div key={color + name.slice(0, 5)} className="map" style={{ "--c": color, width: side } as CSSProperties}>
          <div className="map-box" style={{ height: side }}>
            {isDrawn ? <SurfaceMap picture={picture} values={values} label={name} /> : null}
            <svg viewBox="0 0 100 100" aria-hidden="true">
              {drawn.batch ? <path className="batch-points" d={batch} /> : null}
              {drawn.fsd ? (
                <>
                  <path className="fsd-points" d={fsdBatch} />
                  <path className="fsd-holes" d={fsdBatch} />
                </>
              ) : null}
            </svg>
            <MapAxes picture={picture} hasY={index === 0} />
          </div>
          <p>{name}</p>
        </div>
      ))}
    </div>
  );
}

/** |P(class 1; θ′) − P(class 1; θ)| over its largest, and that. */
function changeOf({ before, after }: LookaheadSnapshot): { values: Float32Array; largest: number } {
  const moved = after.map((value, i) => Math.abs(value - (before[i] ?? 0)));
  const largest = moved.reduce((most, value) => Math.max(most, value), 0);
  return { values: moved.map((value) => value / (largest || 1)), largest };
}
