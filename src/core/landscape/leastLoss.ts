import type { Point } from "../../config/tables/landscape";
import { type LeastSquares, lossAt } from "../proximal/leastSquares";
import { exactProximalPoint } from "../proximal/planeStep";

/** min J over the plane: the way down from every point of a coarse grid over the drawn part. */
export function leastLoss(
  landscape: LeastSquares,
  domain: readonly [readonly [number, number], readonly [number, number]],
) {
  const free = { lambdaFsd: 0, lambdaWsd: 0 };
  const places = [1 / 8, 3 / 8, 5 / 8, 7 / 8];
  const losses = places.flatMap((x) =>
    places.map((y) => {
      const from = domain.map(([low, high], i) => low + (i === 0 ? x : y) * (high - low)) as unknown as Point;
      return lossAt(landscape, exactProximalPoint(landscape, from, free));
    }),
  );
  return Math.min(...losses);
}
