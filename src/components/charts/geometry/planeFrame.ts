import type { Point } from "../../../config/tables/landscape";
import type { Scale } from "./geometry";

/** Where a plane of two weights is drawn, one unit as long on both axes. Lengths in pixels. */
export interface PlaneFrame {
  unit: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  x: Scale;
  y: Scale;
  /** Pixels of one unit of the plane. */
  perUnit: number;
  /** The point of the plane at a place of the box. */
  pointAt(left: number, top: number): Point;
}
