import type { SweepGrid } from "../../../config/experiment/sweepGrid";
import type { Lambdas } from "../../../config/tables/lambdas";
import { lambdaAtPlace, placeOfLambda } from "../../../store/views/sweepMap/sweepAxis";
import { type BoxSize, type PlotBox, plotBox } from "../../charts/geometry/geometry";
import { MARGINS } from "../../charts/geometry/margins";

/** A cell of the map, counted from the lowest λ. */
export interface MapPlace {
  column: number;
  row: number;
}

/** Where cells lie, in pixels of the box; rows go up. */
export interface MapLayout {
  box: PlotBox;
  cellWidth: number;
  cellHeight: number;
}

/** The layout of a grid in a box. */
export function mapLayout(size: BoxSize, { lambdaFsd, lambdaWsd }: SweepGrid): MapLayout {
  const box = plotBox(size, MARGINS.sweepMap);
  return {
    box,
    cellWidth: (box.right - box.left) / lambdaFsd.length,
    cellHeight: (box.bottom - box.top) / lambdaWsd.length,
  };
}

/** Upper left corner of a cell. */
export function cornerOf({ box, cellWidth, cellHeight }: MapLayout, { column, row }: MapPlace) {
  return { x: box.left + column * cellWidth, y: box.bottom - (row + 1) * cellHeight };
}

/** Where a pair of λ lies. */
export function pixelOfLambdas(layout: MapLayout, grid: SweepGrid, lambdas: Lambdas) {
  const { x, y } = cornerOf(layout, {
    column: placeOfLambda(grid.lambdaFsd, lambdas.lambdaFsd) + 0.5,
    row: placeOfLambda(grid.lambdaWsd, lambdas.lambdaWsd) - 0.5,
  });
  return { x, y };
}

/** λ at a pixel, within the map. */
export function lambdasAtPixel(layout: MapLayout, grid: SweepGrid, x: number, y: number) {
  const { column, row } = placeAtPixel(layout, x, y);
  return { lambdaFsd: lambdaAtPlace(grid.lambdaFsd, column), lambdaWsd: lambdaAtPlace(grid.lambdaWsd, row) };
}

/** The cell under a pixel; null outside the map. */
export function cellAtPixel(layout: MapLayout, grid: SweepGrid, x: number, y: number): MapPlace | null {
  const place = placeAtPixel(layout, x, y);
  const column = Math.round(place.column);
  const row = Math.round(place.row);
  const isInside = column >= 0 && column < grid.lambdaFsd.length && row >= 0 && row < grid.lambdaWsd.length;
  return isInside ? { column, row } : null;
}

/** In cells from the middle of the first. */
function placeAtPixel({ box, cellWidth, cellHeight }: MapLayout, x: number, y: number): MapPlace {
  return { column: (x - box.left) / cellWidth - 0.5, row: (box.bottom - y) / cellHeight - 0.5 };
}
