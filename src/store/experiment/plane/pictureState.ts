import type { Lambdas } from "../../../config/tables/lambdas";
import type { Point } from "../../../config/tables/landscape";
import { PICTURE } from "../../../config/tables/quadratics";

/** What of the proximal picture is a person's own: no number of the run, and in no link. */
export interface PictureChoice {
  /** Kept in the browser. */
  isFolded: boolean;
  /** In a lesson it is folded, as the charts are what it speaks of, until somebody unfolds it there. */
  isOpenInLesson: boolean;
  theta: Point;
  /** Prices that no run of the race has: they move the picture alone. */
  own: Lambdas;
}

export const DEFAULT_PICTURE: PictureChoice = {
  isFolded: false,
  isOpenInLesson: false,
  theta: PICTURE.theta,
  own: PICTURE.lambdas,
};

/** What of the state says whether the picture is folded. */
interface Shown {
  display: { lessonParts: readonly string[]; picture: PictureChoice };
}

/** Whether a step of a lesson is open. */
export const isInLesson = ({ display }: Shown): boolean => display.lessonParts.length > 0;

/** Whether the picture is folded now. */
export const isPictureFolded = (state: Shown): boolean =>
  isInLesson(state) ? !state.display.picture.isOpenInLesson : state.display.picture.isFolded;

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
