import type { Lambdas } from "./lambdas";
import type { Point } from "./landscape";

/** Linear regression in two weights without noise: J(w) = ½(w − w*)ᵀ G (w − w*), whose G is the same at every w. */
export interface Quadratic {
  /** Eigenvalues of G: across the valley, and along it. */
  curvatures: readonly [number, number];
  /** Of the direction across, from the first axis, in radians. */
  angle: number;
  /** w*. */
  minimum: Point;
}

const LIES: Omit<Quadratic, "curvatures"> = { angle: Math.PI / 3, minimum: [1.5, -0.5] };

/** Of the landscape view: condition number 30. */
export const LANDSCAPE_QUADRATIC: Quadratic = { ...LIES, curvatures: [3, 0.1] };

/**
 * Of the picture at the top of the page: as steep, beside prices from 0.3 to 10, as the networks of the race are, so that both balls and
 * the step of the first preset are seen whole.
 */
export const PICTURE_QUADRATIC: Quadratic = { ...LIES, curvatures: [40, 2] };

/** The picture before anyone moves it. */
export const PICTURE = {
  axes: ["w₁", "w₂"],
  /** Ends of the axes, 3 : 2; one unit is as long on both, so that the WSD ball is a circle. */
  domain: [
    [-3.9, 3],
    [-2.1, 2.5],
  ],
  theta: [-0.5, 0.2],
  /** Of the run whose sliders the first preset shows. */
  lambdas: { lambdaFsd: 0.9, lambdaWsd: 4 },
} as const satisfies {
  axes: readonly [string, string];
  domain: readonly [readonly [number, number], readonly [number, number]];
  theta: Point;
  lambdas: Lambdas;
};
