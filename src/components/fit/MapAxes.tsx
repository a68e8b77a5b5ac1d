import type { CSSProperties } from "react";
import { formatTick } from "../charts/geometry/format";
import { ticksWithin } from "../charts/geometry/ticks";
import { MathSymbol } from "../ui/MathSymbol";
import type { SurfacePicture } from "./SurfaceMap";
import "./mapAxes.css";

interface MapAxesProps {
  picture: Pick<SurfacePicture, "bounds">;
  /** Left of a map that another stands beside, on the same axis, there are no numbers. */
  hasY?: boolean;
}

/** Numbers along two sides of a map, and which input each counts; the inputs of these tasks have no unit. */
export function MapAxes({ picture: { bounds }, hasY = true }: MapAxesProps) {
  const [xMin, xMax, yMin, yMax] = bounds;
  return (
    <div className="map-axes" aria-hidden="true" translate="no">
      {ticksWithin([xMin, xMax], 4).map((tick) => (
        <span key={`x ${tick}`} className="map-tick x" style={at((tick - xMin) / (xMax - xMin))}>
          {formatTick(tick)}
        </span>
      ))}
      {(hasY ? ticksWithin([yMin, yMax], 4) : []).map((tick) => (
        <span key={`y ${tick}`} className="map-tick y" style={at((yMax - tick) / (yMax - yMin))}>
          {formatTick(tick)}
        </span>
      ))}
      <span className="map-title x">
        <MathSymbol symbol="x_1" />
      </span>
      <span className="map-title y">
        <MathSymbol symbol="x_2" />
      </span>
    </div>
  );
}

const at = (share: number) => ({ "--at": `${(100 * share).toFixed(1)}%` }) as CSSProperties;
