/**
 * Products of float32 matrices, C[m, n] = start + A·B, in tiles of 4 rows by 8 columns that stay in registers. Addresses
 * and strides are bytes. A may have any strides, so a transpose costs nothing; eight columns of B at a time are packed as a
 * panel [rows of B, 8], filled up with zeros.
 */

const WIDTH: usize = 8;
/** Bytes of a row of a panel. */
export const PANEL_ROW: usize = 32;
/** Bytes of the tile in which a part narrower than a panel is made. */
export const TILE: usize = 128;

/** Panel of B's columns 0 to columns - 1 (at most 8) from rows that are contiguous. */
export function packRows(b: usize, rowStride: usize, rows: usize, columns: usize, panel: usize): void {
  if (columns === WIDTH) {
    for (let k: usize = 0; k < rows; k++) {
      v128.store(panel, v128.load(b));
      v128.store(panel, v128.load(b, 16), 16);
      b += rowStride;
      panel += PANEL_ROW;
    }
    return;
  }
  for (let k: usize = 0; k < rows; k++) {
    for (let j: usize = 0; j < WIDTH; j++) store<f32>(panel + (j << 2), j < columns ? load<f32>(b + (j << 2)) : 0);
    b += rowStride;
    panel += PANEL_ROW;
  }
}

/** Panel of Bᵀ from B's rows: panel[k, j] = b[j, k] for j below `columns` (at most 8). */
export function packTransposed(b: usize, rowStride: usize, rows: usize, columns: usize, panel: usize): void {
  if (columns === WIDTH) {
    const whole = rows & ~3;
    for (let half: usize = 0; half < 2; half++) {
      const b0 = b + half * 4 * rowStride;
      const b1 = b0 + rowStride;
      const b2 = b1 + rowStride;
      const b3 = b2 + rowStride;
      let to = panel + half * 16;
      for (let k: usize = 0; k < whole; k += 4) {
        const r0 = v128.load(b0 + (k << 2));
        const r1 = v128.load(b1 + (k << 2));
        const r2 = v128.load(b2 + (k << 2));
        const r3 = v128.load(b3 + (k << 2));
        const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
        const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
        const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
        const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
        v128.store(to, v128.shuffle<u64>(low01, low23, 0, 2));
        v128.store(to + PANEL_ROW, v128.shuffle<u64>(low01, low23, 1, 3));
        v128.store(to + 2 * PANEL_ROW, v128.shuffle<u64>(high01, high23, 0, 2));
        v128.store(to + 3 * PANEL_ROW, v128.shuffle<u64>(high01, high23, 1, 3));
        to += 4 * PANEL_ROW;
      }
    }
    for (let k = whole; k < rows; k++)
      for (let j: usize = 0; j < WIDTH; j++)
        store<f32>(panel + k * PANEL_ROW + (j << 2), load<f32>(b + j * rowStride + (k << 2)));
    return;
  }
  for (let k: usize = 0; k < rows; k++)
    for (let j: usize = 0; j < WIDTH; j++)
      store<f32>(panel + k * PANEL_ROW + (j << 2), j < columns ? load<f32>(b + j * rowStride + (k << 2)) : 0);
}

/**
 * Four rows times 8 columns, onto 8 values from which each row starts. A row is `segments` runs of `length` values, a value
 * every `step` bytes and `gap` bytes from the end of a run to the next one; the rows of B have `bRow` bytes and stand end to
 * end, with `bGap` bytes from run to run.
 */
export function tile4(
  a0: usize,
  a1: usize,
  a2: usize,
  a3: usize,
  step: usize,
  length: usize,
  segments: usize,
  gap: usize,
  b: usize,
  bRow: usize,
  bGap: usize,
  start: usize,
  c: usize,
  cRow: usize,
): void {
  const s0 = v128.load(start);
  const s1 = v128.load(start, 16);
  let c00 = s0;
  let c01 = s1;
  let c10 = s0;
  let c11 = s1;
  let c20 = s0;
  let c21 = s1;
  let c30 = s0;
  let c31 = s1;
  for (; segments > 0; segments--) {
    const end = a0 + step * length;
    while (a0 < end) {
      const b0 = v128.load(b);
      const b1 = v128.load(b, 16);
      const x0 = v128.load32_splat(a0);
      c00 = f32x4.add(c00, f32x4.mul(x0, b0));
      c01 = f32x4.add(c01, f32x4.mul(x0, b1));
      const x1 = v128.load32_splat(a1);
      c10 = f32x4.add(c10, f32x4.mul(x1, b0));
      c11 = f32x4.add(c11, f32x4.mul(x1, b1));
      const x2 = v128.load32_splat(a2);
      c20 = f32x4.add(c20, f32x4.mul(x2, b0));
      c21 = f32x4.add(c21, f32x4.mul(x2, b1));
      const x3 = v128.load32_splat(a3);
      c30 = f32x4.add(c30, f32x4.mul(x3, b0));
      c31 = f32x4.add(c31, f32x4.mul(x3, b1));
      a0 += step;
      a1 += step;
      a2 += step;
      a3 += step;
      b += bRow;
    }
    a0 += gap;
    a1 += gap;
    a2 += gap;
    a3 += gap;
    b += bGap;
  }
  v128.store(c, c00);
  v128.store(c, c01, 16);
  c += cRow;
  v128.store(c, c10);
  v128.store(c, c11, 16);
  c += cRow;
  v128.store(c, c20);
  v128.store(c, c21, 16);
  c += cRow;
  v128.store(c, c30);
  v128.store(c, c31, 16);
}

/** The first values of a tile made in scratch, to where they belong. */
export function copyTile(tile: usize, c: usize, cRow: usize, rows: usize, columns: usize): void {
  for (let r: usize = 0; r < rows; r++)
    for (let j: usize = 0; j < columns; j++)
      store<f32>(c + r * cRow + (j << 2), load<f32>(tile + r * PANEL_ROW + (j << 2)));
}

/** All rows of A times a panel, the first `columns` of 8 to C; `tile` is scratch of TILE bytes. See `tile4` for a row's segments. */
export function timesPanel(
  a: usize,
  aRow: usize,
  aColumn: usize,
  rows: usize,
  depth: usize,
  panel: usize,
  start: usize,
  c: usize,
  cRow: usize,
  columns: usize,
  tile: usize,
  segments: usize = 1,
  gap: usize = 0,
): void {
  for (let i: usize = 0; i < rows; i += 4) {
    const some = min<usize>(4, rows - i);
    // beyond the last row the last row again, whose results are dropped
    const a1 = some > 1 ? a + aRow : a;
    const a2 = some > 2 ? a1 + aRow : a1;
    const a3 = some > 3 ? a2 + aRow : a2;
    const isWhole = some === 4 && columns === WIDTH;
    const to = isWhole ? c : tile;
    tile4(a, a1, a2, a3, aColumn, depth, segments, gap, panel, PANEL_ROW, 0, start, to, isWhole ? cRow : PANEL_ROW);
    if (!isWhole) copyTile(tile, c, cRow, some, columns);
    a += aRow << 2;
    c += cRow << 2;
  }
}

/** Eight zeros, from which a product without a bias starts. */
export function clearRow(row: usize): void {
  const zero = f32x4.splat(0);
  v128.store(row, zero);
  v128.store(row, zero, 16);
}

/** Bytes of a tile, a row of zeros and a panel of so many rows: the scratch space of a product. */
export function productBytes(depth: usize): usize {
  return TILE + PANEL_ROW * (depth + 1);
}

/** Its panel has a row for each value of the depth. */
export function multiplyScratch(depth: usize): usize {
  return productBytes(depth);
}

/** C[m, n] = A·B with B's rows contiguous. */
export function multiply(
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  c: usize,
  cRow: usize,
  rows: usize,
  columns: usize,
  depth: usize,
  scratch: usize,
): void {
  const zeros = scratch + TILE;
  const panel = zeros + PANEL_ROW;
  clearRow(zeros);
  for (let j: usize = 0; j < columns; j += WIDTH) {
    const some = min<usize>(WIDTH, columns - j);
    packRows(b + (j << 2), bRow, depth, some, panel);
    timesPanel(a, aRow, aColumn, rows, depth, panel, zeros, c + (j << 2), cRow, some, scratch);
  }
}

/** As that of `multiply`. */
export function multiplyTransposedScratch(depth: usize): usize {
  return productBytes(depth);
}

/** C[m, n] = A·Bᵀ with B's rows contiguous. */
export function multiplyTransposed(
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  c: usize,
  cRow: usize,
  rows: usize,
  columns: usize,
  depth: usize,
  scratch: usize,
): void {
  const zeros = scratch + TILE;
  const panel = zeros + PANEL_ROW;
  clearRow(zeros);
  for (let j: usize = 0; j < columns; j += WIDTH) {
    const some = min<usize>(WIDTH, columns - j);
    packTransposed(b + j * bRow, bRow, depth, some, panel);
    timesPanel(a, aRow, aColumn, rows, depth, panel, zeros, c + (j << 2), cRow, some, scratch);
  }
}
