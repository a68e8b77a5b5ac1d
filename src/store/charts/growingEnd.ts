/** The end of a time axis that grows with the run: the next of 1, 2, 5 × 10ⁿ, at least `least`, never past `most`. */
export function growingEnd(reached: number, least: number, most = Number.POSITIVE_INFINITY): number {
  const wanted = Math.max(reached, least);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const rung = [1, 2, 5].find((one) => one * power >= wanted * (1 - 1e-9)) ?? 10;
  const next = Number((rung * power).toPrecision(12)); // no 0.30000000000000004
  return Math.max(reached, Math.min(next, most));
}
