/*
 * (M + shift·I)⁻¹ in float64 by Cholesky, as `core/linalg/psd.ts` computes it, operation by operation in the same order, so that
 * both give the same bits. Matrices are padded to whole tiles of 4 by 4; `size` is the padded number of rows.
 */

const SIDE: usize = 4;
/** Bytes of a tile of float64. */
const TILE: usize = 128;

/** Rows of a matrix in whole tiles. */
function padded(n: usize): usize {
  return (n + SIDE - 1) & ~(SIDE - 1);
}

/** One tile and two matrices [size, size]. */
export function psdInverseScratch(n: usize): usize {
  const size = padded(n);
  return TILE + ((size * size) << 4);
}

/**
 * Reads the lower triangle of matrix [n, n] and writes its inverse there. Returns −1, or the row of the first pivot that is not
 * a positive number, which is then at `scratch`.
 */
export function psdInverse(matrix: usize, n: usize, shift: f64, scratch: usize): i32 {
  const size = padded(n);
  const L = scratch + TILE;
  const U = L + ((size * size) << 3);
  memory.fill(L, 0, (size * size) << 4);
  for (let i: usize = 0; i < size; i++) {
    if (i < n) memory.copy(L + ((i * size) << 3), matrix + ((i * n) << 3), (i + 1) << 3);
    const at = L + ((i * size + i) << 3);
    store<f64>(at, i < n ? load<f64>(at) + shift : 1);
    store<f64>(U + ((i * size + i) << 3), 1);
  }
  for (let row: usize = 0; row < size; row += SIDE) {
    for (let column: usize = 0; column < row; column += SIDE) {
      dotTile(L, row, L, column, size, 0, column, scratch);
      solveTile(L, row, L, column, size, scratch);
    }
    dotTile(L, row, L, row, size, 0, row, scratch);
    const failed = factoriseTile(L, row, size, scratch);
    if (failed >= 0) return failed;
  }
  for (let row: usize = 0; row < size; row += SIDE)
    for (let column = row; column < size; column += SIDE) {
      dotTile(U, row, L, column, size, row, column, scratch);
      solveTile(U, row, L, column, size, scratch);
    }
  for (let row: usize = 0; row < n; row += SIDE)
    for (let column: usize = 0; column <= row; column += SIDE) {
      dotTile(U, row, U, column, size, row, size, scratch);
      for (let r = row; r < min(row + SIDE, n); r++)
        for (let c = column; c < min(column + SIDE, n); c++) {
          const value = load<f64>(scratch + (((r - row) * SIDE + c - column) << 3));
          store<f64>(matrix + ((r * n + c) << 3), value);
          store<f64>(matrix + ((c * n + r) << 3), value);
        }
    }
  return -1;
}

/** Inner products of rows p to p + 3 of P with rows q to q + 3 of Q over columns from ≤ k < to, which are multiples of 4. */
function dotTile(P: usize, p: usize, Q: usize, q: usize, size: usize, from: usize, to: usize, tile: usize): void {
  let c00 = f64x2.splat(0);
  let c02 = f64x2.splat(0);
  let c10 = f64x2.splat(0);
  let c12 = f64x2.splat(0);
  let c20 = f64x2.splat(0);
  let c22 = f64x2.splat(0);
  let c30 = f64x2.splat(0);
  let c32 = f64x2.splat(0);
  const row = size << 3;
  let p0 = P + p * row + (from << 3);
  let p1 = p0 + row;
  let p2 = p1 + row;
  let p3 = p2 + row;
  let q0 = Q + q * row + (from << 3);
  let q1 = q0 + row;
  let q2 = q1 + row;
  let q3 = q2 + row;
  const end = p0 + ((to - from) << 3);
  while (p0 < end) {
    const r0 = v128.load(q0);
    const r1 = v128.load(q1);
    const r2 = v128.load(q2);
    const r3 = v128.load(q3);
    const b0 = v128.shuffle<u64>(r0, r1, 0, 2);
    const b2 = v128.shuffle<u64>(r2, r3, 0, 2);
    let a = v128.load64_splat(p0);
    c00 = f64x2.add(c00, f64x2.mul(a, b0));
    c02 = f64x2.add(c02, f64x2.mul(a, b2));
    a = v128.load64_splat(p1);
    c10 = f64x2.add(c10, f64x2.mul(a, b0));
    c12 = f64x2.add(c12, f64x2.mul(a, b2));
    a = v128.load64_splat(p2);
    c20 = f64x2.add(c20, f64x2.mul(a, b0));
    c22 = f64x2.add(c22, f64x2.mul(a, b2));
    a = v128.load64_splat(p3);
    c30 = f64x2.add(c30, f64x2.mul(a, b0));
    c32 = f64x2.add(c32, f64x2.mul(a, b2));
    const d0 = v128.shuffle<u64>(r0, r1, 1, 3);
    const d2 = v128.shuffle<u64>(r2, r3, 1, 3);
    a = v128.load64_splat(p0, 8);
    c00 = f64x2.add(c00, f64x2.mul(a, d0));
    c02 = f64x2.add(c02, f64x2.mul(a, d2));
    a = v128.load64_splat(p1, 8);
    c10 = f64x2.add(c10, f64x2.mul(a, d0));
    c12 = f64x2.add(c12, f64x2.mul(a, d2));
    a = v128.load64_splat(p2, 8);
    c20 = f64x2.add(c20, f64x2.mul(a, d0));
    c22 = f64x2.add(c22, f64x2.mul(a, d2));
    a = v128.load64_splat(p3, 8);
    c30 = f64x2.add(c30, f64x2.mul(a, d0));
    c32 = f64x2.add(c32, f64x2.mul(a, d2));
    p0 += 16;
    p1 += 16;
    p2 += 16;
    p3 += 16;
    q0 += 16;
    q1 += 16;
    q2 += 16;
    q3 += 16;
  }
  v128.store(tile, c00);
  v128.store(tile, c02, 16);
  v128.store(tile, c10, 32);
  v128.store(tile, c12, 48);
  v128.store(tile, c20, 64);
  v128.store(tile, c22, 80);
  v128.store(tile, c30, 96);
  v128.store(tile, c32, 112);
}

/** X ← (X − tile) · L_cc⁻ᵀ for the block of X at (row, column), with L_cc the diagonal block of L at `column`. */
function solveTile(X: usize, row: usize, L: usize, column: usize, size: usize, tile: usize): void {
  for (let r: usize = 0; r < SIDE; r++) {
    const x = X + (((row + r) * size + column) << 3);
    for (let c: usize = 0; c < SIDE; c++) {
      const l = L + (((column + c) * size + column) << 3);
      let value = load<f64>(x + (c << 3)) - load<f64>(tile + ((r * SIDE + c) << 3));
      for (let k: usize = 0; k < c; k++) value -= load<f64>(x + (k << 3)) * load<f64>(l + (k << 3));
      store<f64>(x + (c << 3), value / load<f64>(l + (c << 3)));
    }
  }
}

/** Cholesky of the diagonal block at `start` after `tile` is taken off; −1, or the row of a pivot that is not positive. */
function factoriseTile(L: usize, start: usize, size: usize, tile: usize): i32 {
  for (let r: usize = 0; r < SIDE; r++) {
    const row = L + (((start + r) * size + start) << 3);
    for (let c: usize = 0; c <= r; c++) {
      const pivotRow = L + (((start + c) * size + start) << 3);
      let value = load<f64>(row + (c << 3)) - load<f64>(tile + ((r * SIDE + c) << 3));
      for (let k: usize = 0; k < c; k++) value -= load<f64>(row + (k << 3)) * load<f64>(pivotRow + (k << 3));
      if (c < r) store<f64>(row + (c << 3), value / load<f64>(pivotRow + (c << 3)));
      else if (value > 0 && value < Infinity) store<f64>(row + (c << 3), sqrt(value));
      else {
        store<f64>(tile, value);
        return <i32>(start + r);
      }
    }
  }
  return -1;
}
