/** π = √((tr A/dim A) / (tr G/dim G)): how the damping is shared between the factors (Martens and Grosse 2015, 6.3). */
export function factoredDamping(meanTraceA: number, meanTraceG: number, damping: number) {
  // a dead layer has G = 0: share evenly, so that the update is its gradient over the damping
  const ratio = Math.sqrt(meanTraceA / meanTraceG);
  const pi = Number.isFinite(ratio) && ratio > 0 ? ratio : 1;
  return { input: Math.sqrt(damping) * pi, output: Math.sqrt(damping) / pi };
}

/** Mean of the diagonal of a row-major n×n matrix. */
export function meanTrace(matrix: ArrayLike<number>, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += matrix[i * n + i] as number;
  return sum / n;
}
