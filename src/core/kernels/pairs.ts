/** Throws where two lists are not of the same layers. */
export function requirePairs(x: readonly unknown[], y: readonly unknown[]): void {
  if (x.length !== y.length) throw new Error(`Lists of ${x.length} and ${y.length} layers cannot be paired.`);
}
