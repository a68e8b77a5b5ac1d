import type { Crop } from "../data/inputs";
import { stream } from "../random";

/** Pixels of border around an image that is cropped. */
const PADDING = 4;

/**
 * How an image is shown at a step: a place of the crop uniform in −4 … 4 both ways, mirrored in one case of two. A pure function of
 * seed, batch, step and row of the training split; B and B′ are drawn apart.
 */
export function cropAt(seed: number, batch: "batch" | "fsdBatch", step: number, row: number): Crop {
  const draws = stream(seed, `augment.${batch}.${step}`, row);
  const shift = () => draws.integer(2 * PADDING + 1) - PADDING;
  return { down: shift(), right: shift(), isMirrored: draws.integer(2) === 1 };
}
