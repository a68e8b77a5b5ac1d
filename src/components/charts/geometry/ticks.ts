/** The ends of an axis and the values it labels, in data units. */
export interface AxisTicks {
  domain: [number, number];
  ticks: number[];
}

const LADDERS = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 5], [1, 3], [1]] as const;

const clean = (value: number) => Number(value.toPrecision(12));

/** Ladder values from the last one at or below `low` to the first one at or above `high`. */
function climb(low: number, high: number, ladder: readonly number[]): number[] {
  const values: number[] = [];
  for (let decade = Math.floor(Math.log10(low)) - 1; decade <= Math.ceil(Math.log10(high)) + 1; decade++) {
    for (const rung of ladder) values.push(clean(rung * 10 ** decade));
  }
  const first = values.findLastIndex((value) => value <= low * (1 + 1e-9));
  const last = values.findIndex((value) => value >= high * (1 - 1e-9));
  return values.slice(Math.max(0, first), last < 0 ? undefined : last + 1);
}

/**
 * A log axis that holds every positive finite value: ends and ticks at 1, 2, 5 or 1, 3 or powers of ten, at most `most`
 * ticks. Values at or below 0 have no place on it. Without any, 0.1 to 1.
 */
export function logTicks(values: Iterable<number>, most = 5): AxisTicks {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const value of values) {
    if (!(value > 0) || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (high === 0) [low, high] = [0.1, 1];
  if (high / low < 1.5) [low, high] = [low / 1.25, high * 1.25];
  for (const ladder of LADDERS) {
    const ticks = climb(low, high, ladder);
    if (ticks.length <= most) return { domain: [ticks[0] as number, ticks.at(-1) as number], ticks };
  }
  return thin(climb(low, high, [1]), most);
}

/** Ticks of such an axis whose ends stand: those that pass neither, at most `most`; round numbers where it spans too little. */
export function logTicksWithin([from, to]: readonly [number, number], most: number): number[] {
  const isInside = (tick: number) => tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9);
  for (const ladder of LADDERS) {
    const ticks = climb(from, to, ladder).filter(isInside);
    if (ticks.length <= most) return ticks.length > 1 ? ticks : ticksWithin([from, to], most);
  }
  return thin(climb(from, to, [1]).filter(isInside), most).ticks;
}

/** Round ticks of a straight axis that pass neither of its ends; 0 need not be on it. */
export function ticksWithin([from, to]: readonly [number, number], most = 5): number[] {
  const interval = roundInterval(to - from, most);
  const first = Math.ceil(from / interval - 1e-9);
  const count = Math.floor(to / interval + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, index) => clean((first + index) * interval));
}

/** A straight axis that holds every finite value, from a round number to a round number; 0 need not be on it. */
export function rangeTicks(values: Iterable<number>, most = 5): AxisTicks {
  const finite = [...values].filter(Number.isFinite);
  if (finite.length === 0) return linearTicks([]);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const room = high > low ? 0 : Math.abs(high) * 0.1 || 1;
  return roundTicks(low - room, high + room, most);
}

/** Multiples of a round interval, from at or below the one number to at or above the other. */
function roundTicks(low: number, high: number, most: number): AxisTicks {
  const interval = roundInterval(high - low, most);
  const first = Math.floor(low / interval + 1e-9);
  const last = Math.ceil(high / interval - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * interval));
  return { domain: [ticks[0] as number, ticks.at(-1) as number], ticks };
}

function thin(decades: number[], most: number): AxisTicks {
  const every = Math.ceil((decades.length - 1) / (most - 1));
  const ticks = decades.filter((_, index) => index % every === 0);
  return { domain: [decades[0] as number, decades.at(-1) as number], ticks };
}

/** 1, 2, 2.5 or 5 times a power of ten, of which about `most` multiples lie in a span. */
function roundInterval(span: number, most: number): number {
  const rough = span / (most - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= rough * (1 - 1e-9)) ?? 10) * power;
}

/** A linear axis from 0 (or below) to a round number at or above the largest value, with about `most` round ticks. */
export function linearTicks(values: Iterable<number>, most = 5): AxisTicks {
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return roundTicks(low, high === low ? low + 1 : high, most);
}
