import { quadraticLoss } from "../../config/formulas/proximalPicture";
import { PICTURE, PICTURE_QUADRATIC } from "../../config/tables/quadratics";
import { type BoxSize, invertLinear, linearScale } from "../charts/geometry/geometry";
import type { PlaneFrame } from "../charts/geometry/planeFrame";

/** The largest 3 : 2 box, in the middle. */
export function pictureFrame({ width, height, unit }: BoxSize): PlaneFrame {
  const [across, up] = PICTURE.domain;
  const perUnit = Math.max(1, Math.min(width / (across[1] - across[0]), height / (up[1] - up[0])));
  const [wide, high] = [perUnit * (across[1] - across[0]), perUnit * (up[1] - up[0])];
  const [left, top] = [(width - wide) / 2, (height - high) / 2];
  const [right, bottom] = [left + wide, top + high];
  return {
    ...{ unit, left, right, top, bottom, perUnit },
    x: linearScale(across, left, right),
    y: linearScale(up, bottom, top),
    pointAt: (atLeft, atTop) => [invertLinear(across, left, right, atLeft), invertLinear(up, bottom, top, atTop)],
  };
}

const CORNERS = PICTURE.domain[0].flatMap((x) =>
  PICTURE.domain[1].map((y) => quadraticLoss(PICTURE_QUADRATIC, [x, y])),
);

/** Losses of the level lines, √10 apart, from the greatest drawn down. */
export const PICTURE_LEVELS: readonly number[] = Array.from(
  { length: 8 },
  (_, index) => Math.max(...CORNERS) * 10 ** (-(index + 1) / 2),
);
