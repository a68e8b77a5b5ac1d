import { addScaledInPlace, dot } from "../linalg/hostVector";
import type { MinimisedPoint } from "./minimisedPoint";

/** ½‖u − θ‖². */
export function wsdAt(u: Float64Array, theta: Float64Array): number {
  const move = minus(u, theta);
  return 0.5 * dot(move, move);
}

/**
 * Q(u) = J_B(u) + λ_FSD·FSD(u; θ) + λ_WSD·½‖u − θ‖² in float64 on the host. `onFunction` gives the first two terms, summed, with
 * their gradient, which becomes Q's; its curvature has λ_WSD·I in it already.
 */
export function hostObjective(
  theta: Float64Array,
  lambdaWsd: number,
  onFunction: (u: Float64Array) => MinimisedPoint,
): (u: Float64Array) => MinimisedPoint {
  return (u) => {
    const { value, gradient, curvature } = onFunction(u);
    addScaledInPlace(gradient, lambdaWsd, minus(u, theta));
    return { value: value + lambdaWsd * wsdAt(u, theta), gradient, curvature };
  };
}

const minus = (u: Float64Array, theta: Float64Array) => u.map((value, i) => value - (theta[i] as number));
