import type { HeatColumn } from "../../../store/views/spectrum/spectrumViewSelectors";
import type { Frame } from "../../charts/geometry/frame";

/** All eigenvalues equal, in share per decade: what the exact curves' kernel of 0.12 decades makes of one value. Full strength. */
export const FULL_DENSITY = 1 / (0.12 * Math.sqrt(2 * Math.PI));

/** How strongly a density is drawn, 0 to 1: its root, so that what is spread wide still shows. */
export function strength(density: number): number {
  return Math.sqrt(Math.min(1, Math.max(0, density / FULL_DENSITY)));
}

/** A column of the map in whole pixels, left edge included, right one not. */
export interface PixelColumn {
  left: number;
  right: number;
  density: HeatColumn["density"];
}

/** Columns that tile the map from its left, cut at its ends; those without a pixel of their own give way to the next. */
export function pixelColumns(columns: readonly HeatColumn[], { x, xDomain: [from, to] }: Frame): PixelColumn[] {
  const at = (step: number) => Math.round(x(Math.min(to, Math.max(from, step))));
  return columns
    .map(({ step, until, density }) => ({ left: at(step), right: at(until), density }))
    .filter(({ left, right }) => right > left);
}

/** The columns of `after` that stand otherwise, or show something else, than in `before`. */
export function changedColumns(before: readonly PixelColumn[], after: readonly PixelColumn[]): PixelColumn[] {
  const painted = new Map(before.map((column) => [column.left, column]));
  return after.filter(({ left, right, density }) => {
    const same = painted.get(left);
    return same?.right !== right || same.density !== density;
  });
}
