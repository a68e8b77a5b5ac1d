import type { LandscapeId, LandscapeMethod, LandscapePath, Point } from "../config/tables/landscape";
import type { Notice } from "./messages";

/** Page to landscape worker. Of several that wait, only the newest is answered. */
export interface LandscapeRequest {
  id: number;
  problem: LandscapeId;
  theta: Point;
  /** Of the exact proximal point. */
  lambdaFsd: number;
  lambdaWsd: number;
  methods: readonly LandscapeMethod[];
  steps: number;
}

/** J and FSD(·; θ) on the contour grid (`LANDSCAPE_GRID`), row-major, lowest row first. */
export interface LandscapeSurfaces {
  problem: LandscapeId;
  theta: Point;
  loss: Float32Array;
  fsd: Float32Array;
  /** J(θ). */
  lossAtTheta: number;
  /** min J. */
  leastLoss: number;
}

/** The exact proximal point of θ, and where each method goes from θ, in the order asked for. */
export interface LandscapeSteps {
  problem: LandscapeId;
  theta: Point;
  lambdaFsd: number;
  lambdaWsd: number;
  proximalPoint: Point;
  paths: readonly LandscapePath[];
}

/** Landscape worker to page; surfaces come first, then steps. */
export type LandscapeEvent =
  | { type: "surfaces"; id: number; surfaces: LandscapeSurfaces }
  | { type: "steps"; id: number; steps: LandscapeSteps }
  | { type: "failure"; id: number; notice: Notice };
