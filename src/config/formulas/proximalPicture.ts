import { type Lambdas, type ObjectiveTerms, objectiveOf } from "../tables/lambdas";
import type { Point } from "../tables/landscape";
import type { Quadratic } from "../tables/quadratics";

/** Half axes of an ellipse, across the valley and along it. */
export type HalfAxes = readonly [number, number];

/** What the prices allow from θ on a quadratic, in closed form. */
export interface ProximalPicture {
  /** J(θ) − J(w*), all there is to gain. */
  gain: number;
  /** Where λ_FSD·FSD alone is the gain, around θ; null for a price of 0, whose ball is the whole plane. */
  fsdBall: HalfAxes | null;
  /** Where λ_WSD·WSD alone is the gain: the ball's radius. */
  wsdRadius: number | null;
  /** θ⁺ = argmin over u of J(u) + λ_FSD·FSD(u; θ) + λ_WSD·WSD(u; θ). */
  next: Point;
  /** ‖θ⁺ − θ‖. */
  length: number;
  /** The terms of Q at θ⁺ without their prices, and Q; J is counted from J(w*) = 0. */
  terms: ObjectiveTerms;
  objective: number;
}

/** Coordinates across and along the valley, of a difference of points. */
function alongAxes({ angle }: Quadratic, [x, y]: Point): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos * x + sin * y, cos * y - sin * x];
}

/** Back from `alongAxes`. */
function fromAxes({ angle }: Quadratic, [across, along]: Point): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos * across - sin * along, sin * across + cos * along];
}

/** ½ dᵀ G d of a difference along the axes: J from w*, and FSD from θ, whose outputs are linear in the weights. */
const halfSquare = ({ curvatures: [steep, flat] }: Quadratic, [across, along]: Point): number =>
  0.5 * (steep * across * across + flat * along * along);

/** J at a point, counted from J(w*) = 0. */
export function quadraticLoss(quadratic: Quadratic, [x, y]: Point): number {
  const { minimum } = quadratic;
  return halfSquare(quadratic, alongAxes(quadratic, [x - minimum[0], y - minimum[1]]));
}

/** FSD(u; θ) = ½ (u − θ)ᵀ G (u − θ). */
export function quadraticFsd(quadratic: Quadratic, u: Point, theta: Point): number {
  return halfSquare(quadratic, alongAxes(quadratic, [u[0] - theta[0], u[1] - theta[1]]));
}

/** Where ½ dᵀ G d has a value: the ellipse's half axes. */
export function levelEllipse({ curvatures: [steep, flat] }: Quadratic, value: number): HalfAxes {
  return [Math.sqrt((2 * value) / steep), Math.sqrt((2 * value) / flat)];
}

/** Half the width and half the height of the box around such an ellipse. */
export function ellipseReach({ angle }: Quadratic, [across, along]: HalfAxes): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [Math.hypot(across * cos, along * sin), Math.hypot(across * sin, along * cos)];
}

/** Balls, θ⁺ = θ − ((1 + λ_FSD)·G + λ_WSD·I)⁻¹ ∇J and the terms of Q there, at θ for two prices. */
export function proximalPicture(quadratic: Quadratic, theta: Point, lambdas: Lambdas): ProximalPicture {
  const { curvatures, minimum } = quadratic;
  const { lambdaFsd, lambdaWsd } = lambdas;
  const gain = quadraticLoss(quadratic, theta);
  const [across, along] = alongAxes(quadratic, [theta[0] - minimum[0], theta[1] - minimum[1]]);
  const stepAlong = (curvature: number, distance: number) =>
    (-curvature * distance) / ((1 + lambdaFsd) * curvature + lambdaWsd);
  const [dx, dy] = fromAxes(quadratic, [stepAlong(curvatures[0], across), stepAlong(curvatures[1], along)]);
  const next: Point = [theta[0] + dx, theta[1] + dy];
  const terms: ObjectiveTerms = {
    objectiveLoss: quadraticLoss(quadratic, next),
    fsd: quadraticFsd(quadratic, next, theta),
    wsd: 0.5 * (dx * dx + dy * dy),
  };
  return {
    gain,
    fsdBall: lambdaFsd > 0 ? levelEllipse(quadratic, gain / lambdaFsd) : null,
    wsdRadius: lambdaWsd > 0 ? Math.sqrt((2 * gain) / lambdaWsd) : null,
    next,
    length: Math.hypot(dx, dy),
    terms,
    objective: objectiveOf(terms, lambdas),
  };
}
