/** Rows and columns of a register tile. */
export const TILE = 4;

/** The smallest multiple of `TILE` that is at least `n`. */
export function padToTile(n: number): number {
  return Math.ceil(n / TILE) * TILE;
}

/**
 * The 4×4 inner products of rows p…p+3 of P with rows q…q+3 of Q over columns from ≤ k < to, written row-major to `out`.
 * P and Q are row-major with rows of `stride` values. Sixteen sums in registers make this several times as fast as one
 * inner product at a time.
 */
export function dotTile(
  P: Float64Array,
  p: number,
  Q: Float64Array,
  q: number,
  stride: number,
  from: number,
  to: number,
  out: Float64Array,
): void {
  let c00 = 0;
  let c01 = 0;
  let c02 = 0;
  let c03 = 0;
  let c10 = 0;
  let c11 = 0;
  let c12 = 0;
  let c13 = 0;
  let c20 = 0;
  let c21 = 0;
  let c22 = 0;
  let c23 = 0;
  let c30 = 0;
  let c31 = 0;
  let c32 = 0;
  let c33 = 0;
  const p0 = p * stride;
  const p1 = p0 + stride;
  const p2 = p1 + stride;
  const p3 = p2 + stride;
  const q0 = q * stride;
  const q1 = q0 + stride;
  const q2 = q1 + stride;
  const q3 = q2 + stride;
  for (let k = from; k < to; k++) {
    // Indices stay inside: the callers pad both matrices to whole tiles.
    const a0 = P[p0 + k] as number;
    const a1 = P[p1 + k] as number;
    const a2 = P[p2 + k] as number;
    const a3 = P[p3 + k] as number;
    const b0 = Q[q0 + k] as number;
    const b1 = Q[q1 + k] as number;
    const b2 = Q[q2 + k] as number;
    const b3 = Q[q3 + k] as number;
    c00 += a0 * b0;
    c01 += a0 * b1;
    c02 += a0 * b2;
    c03 += a0 * b3;
    c10 += a1 * b0;
    c11 += a1 * b1;
    c12 += a1 * b2;
    c13 += a1 * b3;
    c20 += a2 * b0;
    c21 += a2 * b1;
    c22 += a2 * b2;
    c23 += a2 * b3;
    c30 += a3 * b0;
    c31 += a3 * b1;
    c32 += a3 * b2;
    c33 += a3 * b3;
  }
  out[0] = c00;
  out[1] = c01;
  out[2] = c02;
  out[3] = c03;
  out[4] = c10;
  out[5] = c11;
  out[6] = c12;
  out[7] = c13;
  out[8] = c20;
  out[9] = c21;
  out[10] = c22;
  out[11] = c23;
  out[12] = c30;
  out[13] = c31;
  out[14] = c32;
  out[15] = c33;
}
