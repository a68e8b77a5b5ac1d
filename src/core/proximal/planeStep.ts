import type { Lambdas } from "../../config/tables/lambdas";
import type { Point } from "../../config/tables/landscape";
import { untilRounding } from "./dampingRules";
import type { LeastSquares } from "./leastSquares";
import { levenbergMarquardt } from "./levenbergMarquardt";
import { planeObjective } from "./planeObjective";

const MOST_STEPS = 500;

/**
 * The exact proximal step on two parameters: θ* = argmin_u Q(u), the minimum that the way down from θ leads to, in float64 until
 * no step lowers Q.
 */
export function exactProximalPoint(problem: LeastSquares, theta: Point, lambdas: Lambdas, start: Point = theta): Point {
  const objective = planeObjective(problem, theta, lambdas);
  const [a, b] = levenbergMarquardt(objective, Float64Array.from(start), untilRounding, MOST_STEPS).u;
  return [a as number, b as number];
}
