import type { SpectrumCurve, SpectrumLayerModel } from "../../../store/views/spectrum/spectrumModels";
import type { Frame } from "../geometry/frame";
import { type BoxSize, linearScale, logScale, plotBox } from "../geometry/geometry";
import { MARGINS } from "../geometry/margins";

/** Where one layer's panel stands in the figure, in pixels. */
export interface Panel {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Four panels stand in one row where they get this wide, in units. */
const LEAST_OF_FOUR = 84;
const STEP_LABELS = 40;
export const PANEL_GAP = 14;
/** Room for the title of the shared eigenvalue axis, below all panels. */
const AXIS_TITLE = 14;
/** Room above a panel's curves for its name, and below for its axis. */
const { top: PANEL_TITLE, bottom: PANEL_AXIS } = MARGINS.spectrumPanel;
/** Distance of two curves of the ridge. */
const RIDGE_ROW = 21;
/** How far a curve rises over its base, in rows. */
export const RISE = 2;

/** How many panels stand side by side: as many as fit well, in rows as equal as they get. */
function columnsOf(count: number, width: number, unit: number): number {
  const fit = Math.floor((width / unit - STEP_LABELS + PANEL_GAP) / (LEAST_OF_FOUR + PANEL_GAP));
  const most = Math.max(1, Math.min(4, fit));
  return Math.ceil(count / Math.ceil(count / most));
}

/** Panels side by side, right of the step labels and below `top` pixels. */
export function layoutPanels(count: number, { width, height, unit }: BoxSize, top = 0): Panel[] {
  const columns = Math.max(1, columnsOf(count, width, unit));
  const rows = Math.max(1, Math.ceil(count / columns));
  const panelHeight = (height - top - AXIS_TITLE * unit) / rows;
  const panelWidth = (width - STEP_LABELS * unit - (columns - 1) * PANEL_GAP * unit) / columns;
  return Array.from({ length: count }, (_, index) => ({
    left: STEP_LABELS * unit + (index % columns) * (panelWidth + PANEL_GAP * unit),
    top: top + Math.floor(index / columns) * panelHeight,
    width: panelWidth,
    height: panelHeight,
  }));
}

/** How many older curves fit above the current one. */
export function ridgeRows(panelHeight: number, unit: number): number {
  return Math.max(0, Math.floor((panelHeight / unit - PANEL_TITLE - PANEL_AXIS) / RIDGE_ROW - RISE));
}

/** At most `rows` curves of the ridge, evenly taken, oldest first. */
export function pickRidge(ridge: readonly SpectrumCurve[], rows: number): readonly SpectrumCurve[] {
  if (ridge.length <= rows) return ridge;
  return Array.from({ length: rows }, (_, row) => ridge[Math.round((row * (ridge.length - 1)) / Math.max(1, rows - 1))])
    .filter((curve) => curve !== undefined)
    .filter((curve, index, all) => all.indexOf(curve) === index);
}

/** Lower than this share of a curve's peak, its tails do not widen the axis. */
const TAIL = 0.015;

/** Ends of what is drawn of the layers, as log₁₀; null where nothing is. */
function drawnRange(layers: readonly SpectrumLayerModel[]): [number, number] | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const { curves, ridge, ideals } of layers) {
    for (const { points } of [...curves, ...ridge, ...ideals]) {
      for (const { logValue, height } of points) {
        if (height < TAIL) continue;
        low = Math.min(low, logValue);
        high = Math.max(high, logValue);
      }
    }
  }
  return low <= high ? [low, high] : null;
}

/** Ends of the eigenvalue axis are multiples of this, in decades, so that it stands still for a while. */
const SNAP = 0.5;
const ROOM = 0.15;
/** A label further right than this would run into the next panel. */
const LAST_LABEL = 0.95;

/** The shared eigenvalue axis of all panels in data units, with few enough ticks for the panel's width. */
export function eigenvalueAxis(layers: readonly SpectrumLayerModel[], panelWidth: number) {
  const [lowest, highest] = drawnRange(layers) ?? [-2, 0];
  const low = Math.floor((lowest - ROOM) / SNAP) * SNAP;
  const high = Math.ceil((highest + ROOM) / SNAP) * SNAP;
  const first = Math.ceil(low);
  const decades = Array.from({ length: Math.floor(high) - first + 1 }, (_, index) => Number(`1e${first + index}`));
  const every = Math.ceil(decades.length / Math.max(2, Math.floor(panelWidth / 42)));
  const isInside = (tick: number) => (Math.log10(tick) - low) / (high - low) < LAST_LABEL;
  const ticks = decades.filter((tick, index) => index % every === Math.floor((every - 1) / 2) && isInside(tick));
  return { domain: [10 ** low, 10 ** high] as [number, number], ticks };
}

/** The frame of a panel: eigenvalues across, curves and their ridge up. */
export function panelFrame({ width, height }: Panel, unit: number, axis: ReturnType<typeof eigenvalueAxis>): Frame {
  const box = plotBox({ width, height, unit }, MARGINS.spectrumPanel);
  const yDomain: [number, number] = [0, ridgeRows(height, unit) + RISE];
  return {
    box,
    x: logScale(axis.domain, box.left, box.right),
    y: linearScale(yDomain, box.bottom, box.top),
    xDomain: axis.domain,
    yDomain,
    xTicks: axis.ticks,
    yTicks: [],
  };
}

/** Where the base of the curve `rows` above the current one stands. */
export function ridgeBase({ top, height }: Panel, unit: number, rows: number): number {
  const rise = (height - (PANEL_TITLE + PANEL_AXIS) * unit) / (ridgeRows(height, unit) + RISE);
  return top + height - PANEL_AXIS * unit - rows * rise;
}
