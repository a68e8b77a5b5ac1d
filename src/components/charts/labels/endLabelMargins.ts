import type { DrawnSeries } from "../curves/drawnSeries";
import type { Margins } from "../geometry/geometry";
import { MARGINS } from "../geometry/margins";

/** Width of a letter of a name and of a value with its gaps, in units. */
const LETTER = 7.4;
const VALUE = 84;
/** From the axis to the first letter, and a little after the last. */
const NAME = 26;

/**
 * Margins with room at the right for the longest name and its value, in steps of 16 units, so that charts keep one width; for
 * the name alone where it is compact.
 */
export function endLabelMargins(drawn: readonly Pick<DrawnSeries, "name">[], isCompact = false): Margins {
  const letters = Math.max(0, ...drawn.map(({ name }) => name.length));
  if (isCompact) return { ...MARGINS.time, right: NAME + letters * LETTER };
  const right = Math.ceil((letters * LETTER + VALUE) / 16) * 16;
  return { ...MARGINS.time, right: Math.max(MARGINS.time.right, right) };
}
