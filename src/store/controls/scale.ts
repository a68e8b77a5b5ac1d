import type { NumericHyperparam } from "../../config/tables/hyperparamNames";

const STOPS_PER_DECADE = 25;
const LINEAR_STOPS = 100;

/** What a slider needs of a hyperparameter's range. */
export type SliderRange = Pick<NumericHyperparam, "scale" | "integer" | "min" | "max" | "allowsZero">;

/** Number of slider stops less one: positions are multiples of 1/stops. */
export function stopsOf(range: SliderRange): number {
  if (range.integer) return integersOf(range).length - 1;
  if (range.scale === "linear") return LINEAR_STOPS;
  return Math.round(STOPS_PER_DECADE * Math.log10(range.max / range.min)) + zeroStops(range);
}

/** Value at a slider position in [0, 1], two significant digits; the leftmost stop is 0 where the range allows it. */
export function valueAtPosition(range: SliderRange, position: number): number {
  const stops = stopsOf(range);
  const stop = Math.round(clamp(position, 0, 1) * stops);
  if (range.integer) return integersOf(range)[stop] ?? range.max;
  if (range.scale === "linear") return round(range.min + (stop / stops) * (range.max - range.min), 3);
  if (stop < zeroStops(range)) return 0;
  const share = (stop - zeroStops(range)) / (stops - zeroStops(range));
  if (share === 0) return range.min;
  if (share === 1) return range.max;
  return round(range.min * (range.max / range.min) ** share, 2);
}

/** Slider position in [0, 1] of a value; one beyond an end sits at that end. */
export function positionOfValue(range: SliderRange, value: number): number {
  const stops = stopsOf(range);
  if (range.integer) return nearestIndex(integersOf(range), value) / stops;
  if (range.scale === "linear") return clamp((value - range.min) / (range.max - range.min), 0, 1);
  if (value <= 0) return 0;
  const share = clamp(Math.log(value / range.min) / Math.log(range.max / range.min), 0, 1);
  return (share * (stops - zeroStops(range)) + zeroStops(range)) / stops;
}

/** The distinct integers of a log-spaced slider, ascending: 1, 2, 3, … with growing gaps, and 0 before them where allowed. */
function integersOf({ min, max, allowsZero }: SliderRange): number[] {
  const count = Math.max(2, Math.round(STOPS_PER_DECADE * Math.log10(max / Math.max(min, 1))));
  const values = Array.from({ length: count + 1 }, (_, index) => Math.round(min * (max / min) ** (index / count)));
  return [...new Set(allowsZero ? [0, ...values] : values)];
}

function nearestIndex(values: readonly number[], value: number): number {
  let best = 0;
  for (let index = 1; index < values.length; index += 1) {
    if (Math.abs((values[index] ?? 0) - value) < Math.abs((values[best] ?? 0) - value)) best = index;
  }
  return best;
}

function zeroStops({ allowsZero }: SliderRange): number {
  return allowsZero ? 1 : 0;
}

function round(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
