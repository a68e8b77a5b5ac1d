/**
 * Where a price stands among the prices of an axis, in cells from the first: whole numbers are cells, between them it goes by
 * the logarithm. 0 has a cell of its own; what is too small for the first price stands half a cell before it.
 */
export function placeOfPrice(prices: readonly number[], price: number): number {
  const zero = zeroCells(prices);
  if (price <= 0) return 0;
  const first = prices[zero] as number;
  const last = prices.at(-1) as number;
  if (price <= first) return zero === 0 ? 0 : zero - (price < first ? 0.5 : 0);
  if (price >= last) return prices.length - 1;
  const above = prices.findIndex((candidate) => candidate >= price);
  const [low, high] = [prices[above - 1] as number, prices[above] as number];
  return above - 1 + Math.log(price / low) / Math.log(high / low);
}

/** The price at a place of an axis, two significant digits; at a whole number the cell's own. */
export function priceAtPlace(prices: readonly number[], place: number): number {
  const zero = zeroCells(prices);
  if (zero > 0 && place < 0.5) return 0;
  const bounded = Math.min(prices.length - 1, Math.max(zero, place));
  const below = Math.floor(bounded);
  const low = prices[below] as number;
  const share = bounded - below;
  if (share === 0) return low;
  return Number((low * ((prices[below + 1] as number) / low) ** share).toPrecision(2));
}

/** The cell at or nearest to a price. */
export function cellOfPrice(prices: readonly number[], price: number): number {
  const place = placeOfPrice(prices, price);
  return price > 0 ? Math.max(zeroCells(prices), Math.round(place)) : 0;
}

/** The cell that one move leads to: the next whole one in that direction. */
export function cellBeside(prices: readonly number[], price: number, by: number): number {
  const place = placeOfPrice(prices, price);
  const next = by > 0 ? Math.floor(place + 1e-9) + by : Math.ceil(place - 1e-9) + by;
  return Math.min(prices.length - 1, Math.max(0, next));
}

function zeroCells(prices: readonly number[]): number {
  return prices[0] === 0 ? 1 : 0;
}
