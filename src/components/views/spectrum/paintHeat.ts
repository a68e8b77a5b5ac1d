import { binWidth } from "../../../store/views/spectrum/spectrumCurve";
import type { Frame } from "../../charts/geometry/frame";
import { changedColumns, type PixelColumn, strength } from "./heatPixels";

/** What a canvas shows already. */
export interface Painted {
  /** Of everything that moves or recolours all columns. */
  key: string;
  columns: readonly PixelColumn[];
}

/**
 * Paints the columns that changed since `before`, at the canvas' own colour; everything where the axes, the size or the colour
 * are others. Returns what is painted now.
 */
export function paintHeat(
  canvas: HTMLCanvasElement,
  frame: Frame,
  columns: readonly PixelColumn[],
  before: Painted | null,
): Painted {
  const context = canvas.getContext("2d");
  const color = getComputedStyle(canvas).color;
  const key = [canvas.width, canvas.height, frame.yDomain, frame.xDomain, color].join();
  const isSame = before?.key === key && (before.columns.at(-1)?.right ?? 0) <= (columns.at(-1)?.right ?? 0);
  if (!context) return { key, columns: [] };
  if (!isSame) context.clearRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = color;
  for (const column of changedColumns(isSame ? before.columns : [], columns)) paintColumn(context, frame, column);
  return { key, columns };
}

/** One spectrum from top to bottom; a bin of the density is a rectangle between whole pixels. */
function paintColumn(
  context: CanvasRenderingContext2D,
  { box, y }: Frame,
  { left, right, density }: PixelColumn,
): void {
  const { points, peak, method } = density;
  const half = binWidth(method) / 2;
  context.globalAlpha = 1;
  context.clearRect(left, 0, right - left, box.height);
  for (const { logValue, height } of points) {
    const alpha = strength(height * peak);
    const top = Math.max(box.top, Math.round(y(10 ** (logValue + half))));
    const bottom = Math.min(box.bottom, Math.round(y(10 ** (logValue - half))));
    if (alpha < 0.02 || bottom <= top) continue;
    context.globalAlpha = alpha;
    context.fillRect(left, top, right - left, bottom - top);
  }
}
