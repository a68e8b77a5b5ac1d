import { LANDSCAPE_GRID, LANDSCAPES, type LandscapeId, type Point } from "../../config/landscape";
import { halfSquaredDistance, type Landscape } from "./landscape";

/** J and FSD(·; θ) on the contour grid, row-major from the lowest row up, ends of the axes included. */
export interface Surfaces {
  loss: Float32Array;
  fsd: Float32Array;
}

/** Both surfaces over the drawn part of a problem's plane. */
export function surfacesAt(id: LandscapeId, landscape: Landscape, theta: Point): Surfaces {
  const { columns, rows } = LANDSCAPE_GRID;
  const [[left, right], [bottom, top]] = LANDSCAPES[id].domain;
  const reference = landscape.outputs(theta);
  const loss = new Float32Array(columns * rows);
  const fsd = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const u: Point = [left + ((right - left) * column) / (columns - 1), bottom + ((top - bottom) * row) / (rows - 1)];
      const outputs = landscape.outputs(u);
      loss[row * columns + column] = halfSquaredDistance(outputs, landscape.targets) / landscape.examples;
      fsd[row * columns + column] = halfSquaredDistance(outputs, reference) / landscape.examples;
    }
  return { loss, fsd };
}
