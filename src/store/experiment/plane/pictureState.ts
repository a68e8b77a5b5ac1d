import type { Lambdas } from "../../../config/tables/lambdas";
import type { Point } from "../../../config/tables/landscape";
import { PICTURE } from "../../../config/tables/quadratics";

/** What of the proximal picture is a person's own: no number of the run, and in no link. */
export interface PictureChoice {
  /** Kept in the browser. */
  isFolded: boolean;
  theta: Point;
  /** Prices that no run of the race has: they move the picture alone. */
  own: Lambdas;
}

export const DEFAULT_PICTURE: PictureChoice = { isFolded: false, theta: PICTURE.theta, own: PICTURE.lambdas };

/** θ inside the drawn part, to a thousandth. */
export function clampPictureTheta(theta: Point): Point {
  const clamp = (axis: 0 | 1) => {
    const [low, high] = PICTURE.domain[axis];
    const value = Number.isFinite(theta[axis]) ? theta[axis] : PICTURE.theta[axis];
    return Math.round(1000 * Math.min(high, Math.max(low, value))) / 1000;
  };
  return [clamp(0), clamp(1)];
}

/** A choice that this browser has kept, in words that it keeps. */
export const FOLDED = "folded";
