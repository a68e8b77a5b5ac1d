import { type PointerEvent, useRef } from "react";
import type { SweepGrid } from "../../../config/experiment/sweepGrid";
import type { Lambdas } from "../../../config/tables/lambdas";
import type { SweepPointModel } from "../../../store/views/sweepMap/sweepSelectors";
import type { BoxSize } from "../../charts/geometry/geometry";
import { useActions } from "../../ui/actionsContext";
import { cellAtPixel, lambdasAtPixel, type MapPlace, mapLayout, pixelOfLambdas } from "./mapLayout";
import "./sweepMap.css";

/** A press that moves less than this many pixels picks the cell under it; one that moves more drags between cells. */
const CLICK_PX = 4;

/** The handle is taken hold of within this many pixels of its middle. */
const HANDLE_PX = 16;

interface MapHandleProps {
  size: BoxSize;
  grid: SweepGrid;
  point: SweepPointModel;
  /** The cell under the pointer, or none. */
  onPoint: (place: MapPlace | null) => void;
  onGrab: () => void;
}

/**
 * The two sliders as one point over the map: press a cell, or drag. A finger taps a cell or drags the handle, so that it can
 * scroll the page over the map. The keys are with `MapSliders`.
 */
export function MapHandle({ size, grid, point, onPoint, onGrab }: MapHandleProps) {
  const actions = useActions();
  const press = useRef<{ x: number; y: number; isTap: boolean; isDrag: boolean; before: Lambdas } | null>(null);
  const layout = mapLayout(size, grid);
  const at = pixelOfLambdas(layout, grid, point);
  const pixelOf = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const pick = ({ column, row }: MapPlace) => {
    onGrab();
    actions.pickSweepCell(grid.lambdaFsd[column] ?? 0, grid.lambdaWsd[row] ?? 0);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const { x, y } = pixelOf(event);
    const isOnHandle = Math.hypot(x - at.x, y - at.y) < HANDLE_PX;
    const cell = cellAtPixel(layout, grid, x, y);
    if (event.button !== 0 || (!cell && !isOnHandle)) return;
    const isTap = event.pointerType !== "mouse" && !isOnHandle;
    press.current = { x, y, isTap, isDrag: false, before: point };
    if (isTap) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    if (cell && !isOnHandle) pick(cell);
    else onGrab();
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const { x, y } = pixelOf(event);
    onPoint(cellAtPixel(layout, grid, x, y));
    const { current } = press;
    if (!current) return;
    current.isDrag ||= Math.hypot(x - current.x, y - current.y) >= CLICK_PX;
    if (!current.isDrag || current.isTap) return;
    const { lambdaFsd, lambdaWsd } = lambdasAtPixel(layout, grid, x, y);
    if (lambdaFsd !== point.lambdaFsd || lambdaWsd !== point.lambdaWsd) actions.pickSweepCell(lambdaFsd, lambdaWsd);
  };
  const onPointerUp = () => {
    const { current } = press;
    const cell = current?.isTap && !current.isDrag ? cellAtPixel(layout, grid, current.x, current.y) : null;
    if (cell) pick(cell);
    press.current = null;
  };
  const onPointerCancel = () => {
    const { current } = press;
    press.current = null;
    if (current && !current.isTap) actions.pickSweepCell(current.before.lambdaFsd, current.before.lambdaWsd);
  };
  return (
    <div
      className="map-surface"
      style={{ width: size.width, height: size.height }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerCancel}
      onPointerLeave={() => onPoint(null)}
    >
      <i className="map-handle" style={{ left: at.x, top: at.y }} />
    </div>
  );
}
