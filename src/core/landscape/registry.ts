import type { LandscapeId } from "../../config/tables/landscape";
import type { Landscape } from "./landscape";
import { quadratic } from "./quadratic";
import { rosenbrock } from "./rosenbrock";
import { twoWeights } from "./twoWeights";

const CREATE: Record<LandscapeId, () => Landscape> = {
  quadratic: () => quadratic(),
  rosenbrock,
  "two-weights": twoWeights,
};

const made = new Map<LandscapeId, Landscape>();

/** A problem by its id, made once: it holds no tensors. */
export function landscapeOf(id: LandscapeId): Landscape {
  const known = made.get(id) ?? CREATE[id]();
  made.set(id, known);
  return known;
}
