import { UNKNOWN } from "../../config/formulas/wordPieces";
import type { Crop } from "../data/inputs";
import { stream } from "../random";

/** The step that examples are shown in, and whether they are B's or B′'s: drawn apart. */
export interface Showing {
  seed: number;
  batch: "batch" | "fsdBatch";
  step: number;
}

/** Pixels of border around an image that is cropped. */
const PADDING = 4;

/** Share of the word pieces of a text that are left out: our choice. */
const LEFT_OUT = 0.2;

/** A pure function of seed, batch, step and row of the training split. */
const drawsOf = ({ seed, batch, step }: Showing, row: number) => stream(seed, `augment.${batch}.${step}`, row);

/** How an image is shown at a step: a place of the crop uniform in −4 … 4 both ways, mirrored in one case of two. */
export function cropAt(showing: Showing, row: number): Crop {
  const draws = drawsOf(showing, row);
  const shift = () => draws.integer(2 * PADDING + 1) - PADDING;
  return { down: shift(), right: shift(), isMirrored: draws.integer(2) === 1 };
}

/**
 * Leaves word pieces of a row of tokens out, each by itself with one chance: `UNKNOWN` stands there (word dropout, Gal and Ghahramani 2016,
 * but for each place apart). Start, end and filling stay.
 */
export function leaveOut(tokens: Float32Array, showing: Showing, row: number): void {
  const draws = drawsOf(showing, row);
  for (const [place, token] of tokens.entries()) {
    if (token > UNKNOWN && draws.uniform() < LEFT_OUT) tokens[place] = UNKNOWN;
  }
}
