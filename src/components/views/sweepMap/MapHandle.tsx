import { type PointerEvent, useRef } from "react";
import type { SweepGrid } from "../../../config/sweepGrid";
import type { SweepPointModel } from "../../../store/sweepSelectors";
import { useActions } from "../../actionsContext";
import type { BoxSize } from "../../charts/geometry";
import { cellAtPixel, type MapPlace, mapLayout, pixelOfPrices, pricesAtPixel } from "./mapLayout";

/** A press that moves less than this many pixels picks the cell under it; one that moves more drags between cells. */
const CLICK_PX = 4;

interface MapHandleProps {
  size: BoxSize;
  grid: SweepGrid;
  point: SweepPointModel;
  onPoint: (place: MapPlace | null) => void;
  onGrab: () => void;
}

/** The two sliders as one point over the map: press a cell, or drag. The keys are with `MapSliders`. */
export function MapHandle({ size, grid, point, onPoint, onGrab }: MapHandleProps) {
  const actions = useActions();
  const press = useRef<{ x: number; y: number; isDrag: boolean } | null>(null);
  const layout = mapLayout(size, grid);
  const at = pixelOfPrices(layout, grid, point);
  const pixelOf = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const { x, y } = pixelOf(event);
    const isOnHandle = Math.hypot(x - at.x, y - at.y) < 14;
    const cell = cellAtPixel(layout, grid, x, y);
    if (event.button !== 0 || (!cell && !isOnHandle)) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    press.current = { x, y, isDrag: false };
    onGrab();
    if (cell && !isOnHandle)
      actions.pickSweepCell(priceOf(grid.lambdaFsd, cell.column), priceOf(grid.lambdaWsd, cell.row));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const { x, y } = pixelOf(event);
    const cell = cellAtPixel(layout, grid, x, y);
    onPoint(cell);
    const { current } = press;
    if (!current) return;
    current.isDrag ||= Math.hypot(x - current.x, y - current.y) >= CLICK_PX;
    if (!current.isDrag) return;
    const { lambdaFsd, lambdaWsd } = pricesAtPixel(layout, grid, x, y);
    if (lambdaFsd !== point.lambdaFsd || lambdaWsd !== point.lambdaWsd) actions.pickSweepCell(lambdaFsd, lambdaWsd);
  };
  const stop = () => {
    press.current = null;
  };
  return (
    <div
      className="map-surface"
      style={{ width: size.width, height: size.height }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={stop}
      onPointerCancel={stop}
      onPointerLeave={() => onPoint(null)}
    >
      <i className="map-handle" style={{ left: at.x, top: at.y }} />
    </div>
  );
}

function priceOf(prices: readonly number[], index: number): number {
  return prices[index] ?? 0;
}
