import { type Fitting, fitting } from "./fitting";

/** Rows of labels: pixels between the middles of two, and of the first and the last. */
export interface LabelRows {
  gap: number;
  top: number;
  bottom: number;
}

/** How many labels fit. */
const countOf = ({ gap, top, bottom }: LabelRows) => Math.max(0, Math.floor((bottom - top) / gap + 1e-6) + 1);

/** Which labels rows have room for, the last row left to what names the rest where there is one. */
export function fittingRows<Item extends { run: string; token?: string }>(
  items: readonly Item[],
  rows: LabelRows,
  pointed: string | null,
): Fitting<Item> {
  return fitting(items, pointed, countOf(rows), () => 1, 1);
}

/**
 * Where labels go so that neighbours keep `gap` pixels between them: each as near to its `y` as the order allows, the first at or
 * below `top`, the last at or above `bottom`. From top to bottom with `labelY`; those without room are left out.
 */
export function placeLabels<Item extends { run: string; token?: string; y: number }>(
  items: readonly Item[],
  rows: LabelRows,
  pointed: string | null = null,
): (Item & { labelY: number })[] {
  const { drawn, rest } = fittingRows(items, rows, pointed);
  const sorted = drawn.sort((a, b) => a.y - b.y).map((item) => ({ ...item, labelY: item.y }));
  let least = rows.top;
  for (const item of sorted) {
    item.labelY = Math.max(item.y, least);
    least = item.labelY + rows.gap;
  }
  let most = rest.length > 0 ? rows.bottom - rows.gap : rows.bottom;
  for (const item of sorted.toReversed()) {
    item.labelY = Math.min(item.labelY, most);
    most = item.labelY - rows.gap;
  }
  return sorted;
}
