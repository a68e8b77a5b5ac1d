import { LANDSCAPE_STEPS, LANDSCAPES, type LandscapeId, type Point } from "../../../config/tables/landscape";
import type { LandscapeSteps, LandscapeSurfaces } from "../../../protocol/landscape";

/** What of the landscape is looked at: part of the view, and of the link. */
export interface LandscapeChoice {
  problem: LandscapeId;
  theta: Point;
  /** Paths are drawn so far, 0 to `LANDSCAPE_STEPS`. */
  step: number;
}

/** What the landscape's worker has answered last; it may be of an earlier θ while a newer one is in work. */
export interface LandscapeResult {
  /** "closed": there is no worker, because the view is closed. */
  status: "closed" | "working" | "ready" | "failed";
  surfaces: LandscapeSurfaces | null;
  steps: LandscapeSteps | null;
}

export const DEFAULT_LANDSCAPE: LandscapeChoice = { problem: "quadratic", theta: LANDSCAPES.quadratic.start, step: 20 };

export const NO_LANDSCAPE: LandscapeResult = { status: "closed", surfaces: null, steps: null };

/** A view of a problem from its own start. */
export function landscapeFrom(problem: LandscapeId, step: number): LandscapeChoice {
  return { problem, theta: LANDSCAPES[problem].start, step };
}

/** θ inside the drawn part, to a thousandth: links stay short, and a drag does not ask for what nobody can see. */
export function clampTheta(problem: LandscapeId, theta: Point): Point {
  const { domain, start } = LANDSCAPES[problem];
  const clamped = ([0, 1] as const).map((axis) => {
    const [low, high] = domain[axis];
    const value = Number.isFinite(theta[axis]) ? theta[axis] : start[axis];
    return Math.round(1000 * Math.min(high, Math.max(low, value))) / 1000;
  });
  return clamped as unknown as Point;
}

export const clampLandscapeStep = (step: number): number =>
  Math.min(LANDSCAPE_STEPS, Math.max(0, Math.round(Number.isFinite(step) ? step : 0)));
