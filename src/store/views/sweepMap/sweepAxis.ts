/**
 * Where a λ stands among the λ of an axis, in cells from the first: whole numbers are cells, between them it goes by
 * the logarithm. 0 has a cell of its own; what is too small for the first λ stands half a cell before it.
 */
export function placeOfLambda(lambdas: readonly number[], lambda: number): number {
  const zero = zeroCells(lambdas);
  if (lambda <= 0) return 0;
  const first = lambdas[zero] as number;
  const last = lambdas.at(-1) as number;
  if (lambda <= first) return zero === 0 ? 0 : zero - (lambda < first ? 0.5 : 0);
  if (lambda >= last) return lambdas.length - 1;
  const above = lambdas.findIndex((candidate) => candidate >= lambda);
  const [low, high] = [lambdas[above - 1] as number, lambdas[above] as number];
  return above - 1 + Math.log(lambda / low) / Math.log(high / low);
}

/** The λ at a place of an axis, two significant digits; at a whole number the cell's own. */
export function lambdaAtPlace(lambdas: readonly number[], place: number): number {
  const zero = zeroCells(lambdas);
  if (zero > 0 && place < 0.5) return 0;
  const bounded = Math.min(lambdas.length - 1, Math.max(zero, place));
  const below = Math.floor(bounded);
  const low = lambdas[below] as number;
  const share = bounded - below;
  if (share === 0) return low;
  return Number((low * ((lambdas[below + 1] as number) / low) ** share).toPrecision(2));
}

/** The cell at or nearest to a λ. */
export function cellOfLambda(lambdas: readonly number[], lambda: number): number {
  const place = placeOfLambda(lambdas, lambda);
  return lambda > 0 ? Math.max(zeroCells(lambdas), Math.round(place)) : 0;
}

/** The cell that one move leads to: the next whole one in that direction. */
export function cellBeside(lambdas: readonly number[], lambda: number, by: number): number {
  const place = placeOfLambda(lambdas, lambda);
  const next = by > 0 ? Math.floor(place + 1e-9) + by : Math.ceil(place - 1e-9) + by;
  return Math.min(lambdas.length - 1, Math.max(0, next));
}

function zeroCells(lambdas: readonly number[]): number {
  return lambdas[0] === 0 ? 1 : 0;
}
