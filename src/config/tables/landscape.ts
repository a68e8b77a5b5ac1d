import type { Hyperparams } from "./hyperparams";
import { OPTIMIZERS, type OptimizerId } from "./optimizers";

/** The two-parameter problems on which whole steps can be drawn. */
export const LANDSCAPE_IDS = ["quadratic", "rosenbrock", "two-weights"] as const;
export type LandscapeId = (typeof LANDSCAPE_IDS)[number];

/** θ, or a place to go from it: the two parameters in the order of the axes. */
export type Point = readonly [number, number];

/** A two-parameter problem as the page shows it. */
export interface LandscapeInfo {
  id: LandscapeId;
  name: string;
  /** f, the outputs whose change FSD measures, in one sentence. */
  summary: string;
  /** What the parameters are called, horizontal first. */
  axes: readonly [string, string];
  /** Ends of the axes; 4 : 3 for all, so that one unit is as long on both and a WSD ball is a circle. */
  domain: readonly [readonly [number, number], readonly [number, number]];
  start: Point;
}

export const LANDSCAPES: Record<LandscapeId, LandscapeInfo> = {
  quadratic: {
    id: "quadratic",
    name: "Quadratic",
    summary:
      "Linear regression with two inputs, f(x) = w₁x₁ + w₂x₂; its curvature is 30 times greater across than along.",
    axes: ["w₁", "w₂"],
    domain: [
      [-4, 4],
      [-3, 3],
    ],
    start: [-2.5, 1.2],
  },
  rosenbrock: {
    id: "rosenbrock",
    name: "Rosenbrock",
    summary: "Rosenbrock's valley as least squares: outputs (a, 10(b − a²)) against (1, 0).",
    axes: ["a", "b"],
    domain: [
      [-2, 2],
      [-1, 2],
    ],
    start: [-1.2, 1],
  },
  "two-weights": {
    id: "two-weights",
    name: "Two weights",
    summary: "The smallest network, f(x) = w₂·tanh(w₁x), on 24 noisy examples; it has two minima.",
    axes: ["w₁", "w₂"],
    domain: [
      [-4, 4],
      [-3, 3],
    ],
    start: [-1, 2],
  },
};

/** Points of the contour grid, horizontal and vertical, ends of the axes included. */
export const LANDSCAPE_GRID = { columns: 193, rows: 145 } as const;

/** Steps each path is followed. */
export const LANDSCAPE_STEPS = 60;

/** A method and the settings it starts with. */
export interface LandscapeMethod {
  run: string;
  optimizer: OptimizerId;
  hyperparams: Hyperparams;
}

/** Where a method goes from θ: `points[k]` after k steps, `losses[k]` the loss there. */
export interface LandscapePath {
  run: string;
  optimizer: OptimizerId;
  points: readonly Point[];
  losses: readonly number[];
  /** Why it took fewer steps than asked; null where it took all. */
  stopped: string | null;
}

/** Why a method has no step on a problem; null where it has. */
export function landscapeExclusion(problem: LandscapeId, optimizer: OptimizerId): string | null {
  if (problem !== "rosenbrock" || !OPTIMIZERS[optimizer].needsLayers) return null;
  return `${OPTIMIZERS[optimizer].name} is not defined on Rosenbrock: a and b are no layer's weights, so there are no Kronecker factors.`;
}
