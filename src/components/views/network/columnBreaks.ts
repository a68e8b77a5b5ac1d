import type { NetworkRow } from "../../../store/views/network/networkModels";

/** What a value that goes on in the next column costs, in shares of a column's height that a break is off for it. */
const CROSSING_COST = 0.12;

/** Where each column begins: about evenly high, and where few values go across. */
export function columnBreaks(rows: readonly NetworkRow[], heights: readonly number[], columns: number): number[] {
  const total = heights.reduce((sum, height) => sum + height, 0);
  const starts = [0];
  for (let column = 1; column < columns; column++) {
    const ideal = (total * column) / columns;
    const previous = starts.at(-1) as number;
    let best = { at: previous + 1, cost: Number.POSITIVE_INFINITY };
    let above = heights.slice(0, previous + 1).reduce((sum, height) => sum + height, 0);
    for (let at = previous + 1; at < rows.length; at++) {
      const cost = Math.abs(above - ideal) / (total / columns) + CROSSING_COST * across(rows, at);
      if (cost < best.cost) best = { at, cost };
      above += heights[at] as number;
    }
    if (best.at < rows.length) starts.push(best.at);
  }
  return starts;
}

/** How many values from before a row are taken at it or behind. */
const across = (rows: readonly NetworkRow[], at: number): number =>
  new Set(rows.slice(at).flatMap(({ from }) => from.filter((j) => j < at))).size;
