import { LANDSCAPE_GRID, LANDSCAPES, type LandscapeId, type Point } from "../../config/tables/landscape";
import { meanDistance } from "../proximal/leastSquares";
import type { Landscape } from "./landscape";
import { landscapeOf } from "./registry";

/** J and FSD(·; θ) on the contour grid, row-major from the lowest row up, ends of the axes included. */
export interface Surfaces {
  loss: Float32Array;
  fsd: Float32Array;
}

/** f at every grid point, one after another: at most 5 MB, and what makes a moved θ cheap. */
const onGrid = new Map<LandscapeId, Float64Array>();

/** Both surfaces over the drawn part of a problem's plane. */
export function surfacesAt(id: LandscapeId, theta: Point): Surfaces {
  const landscape = landscapeOf(id);
  const outputs = onGrid.get(id) ?? gridOutputs(id);
  onGrid.set(id, outputs);
  return {
    loss: distances(landscape, outputs, landscape.targets),
    fsd: distances(landscape, outputs, landscape.outputs(theta)),
  };
}

function gridOutputs(id: LandscapeId): Float64Array {
  const { columns, rows } = LANDSCAPE_GRID;
  const [[left, right], [bottom, top]] = LANDSCAPES[id].domain;
  const landscape = landscapeOf(id);
  const size = landscape.targets.length;
  const all = new Float64Array(columns * rows * size);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const u: Point = [left + ((right - left) * column) / (columns - 1), bottom + ((top - bottom) * row) / (rows - 1)];
      all.set(landscape.outputs(u), (row * columns + column) * size);
    }
  return all;
}

/** J or FSD at every grid point. */
function distances(landscape: Landscape, outputs: Float64Array, reference: Float64Array): Float32Array {
  const size = reference.length;
  const result = new Float32Array(outputs.length / size);
  for (let point = 0; point < result.length; point++)
    result[point] = meanDistance(landscape, outputs, reference, point * size);
  return result;
}
