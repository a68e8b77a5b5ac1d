import { loadLanes } from "../lanes";

/*
 * Sums over the rows of matrices [rows, channels] of float32: up to 64 rows in float32, and those added up in float64. Totals are
 * float64 [channels], with room for three more values behind.
 */

/** Rows that are taken together, so that what is read of them stays in the nearest cache. */
export const BLOCK: usize = 64;

/** Bytes of totals. */
export function totalsBytes(channels: usize): usize {
  return (channels + 3) << 3;
}

/** totals = Σ x */
export function sumRows(x: usize, rows: usize, channels: usize, totals: usize): void {
  const row = channels << 2;
  const quads = row & ~15;
  memory.fill(totals, 0, totalsBytes(channels));
  for (let from: usize = 0; from < rows; from += BLOCK) {
    const end = x + min<usize>(BLOCK, rows - from) * row;
    for (let c: usize = 0; c < quads; c += 16) sumSome<v128>(x + c, end, row, totals + (c << 1));
    for (let c = quads; c < row; c += 4) sumSome<u32>(x + c, end, row, totals + (c << 1));
    x = end;
  }
}

function sumSome<Lanes>(x: usize, end: usize, row: usize, totals: usize): void {
  let sum = f32x4.splat(0);
  for (; x < end; x += row) sum = f32x4.add(sum, loadLanes<Lanes>(x));
  addTo(totals, sum);
}

/** totals = Σ (x − mean)², mean [channels]. */
export function sumSquares(x: usize, mean: usize, rows: usize, channels: usize, totals: usize): void {
  const row = channels << 2;
  const quads = row & ~15;
  memory.fill(totals, 0, totalsBytes(channels));
  for (let from: usize = 0; from < rows; from += BLOCK) {
    const end = x + min<usize>(BLOCK, rows - from) * row;
    for (let c: usize = 0; c < quads; c += 16) squareSome<v128>(x + c, end, row, mean + c, totals + (c << 1));
    for (let c = quads; c < row; c += 4) squareSome<u32>(x + c, end, row, mean + c, totals + (c << 1));
    x = end;
  }
}

function squareSome<Lanes>(x: usize, end: usize, row: usize, mean: usize, totals: usize): void {
  const mu = loadLanes<Lanes>(mean);
  let sum = f32x4.splat(0);
  for (; x < end; x += row) {
    const centred = f32x4.sub(loadLanes<Lanes>(x), mu);
    sum = f32x4.add(sum, f32x4.mul(centred, centred));
  }
  addTo(totals, sum);
}

/** totals = Σ v and products = Σ v·(x − mean), of v only what stands where y > 0 unless `all` is a mask of ones. */
export function sumProducts(
  v: usize,
  x: usize,
  y: usize,
  all: v128,
  mean: usize,
  rows: usize,
  channels: usize,
  totals: usize,
  products: usize,
): void {
  const row = channels << 2;
  const quads = row & ~15;
  memory.fill(totals, 0, totalsBytes(channels));
  memory.fill(products, 0, totalsBytes(channels));
  for (let from: usize = 0; from < rows; from += BLOCK) {
    const bytes = min<usize>(BLOCK, rows - from) * row;
    for (let c: usize = 0; c < quads; c += 16)
      productSome<v128>(v + c, x + c, y + c, bytes - c, row, all, mean + c, totals + (c << 1), products + (c << 1));
    for (let c = quads; c < row; c += 4)
      productSome<u32>(v + c, x + c, y + c, bytes - c, row, all, mean + c, totals + (c << 1), products + (c << 1));
    v += bytes;
    x += bytes;
    y += bytes;
  }
}

function productSome<Lanes>(
  v: usize,
  x: usize,
  y: usize,
  bytes: usize,
  row: usize,
  all: v128,
  mean: usize,
  totals: usize,
  products: usize,
): void {
  const mu = loadLanes<Lanes>(mean);
  const zero = f32x4.splat(0);
  let sum = zero;
  let product = zero;
  for (let at: usize = 0; at < bytes; at += row) {
    const isOpen = v128.or(all, f32x4.gt(loadLanes<Lanes>(y + at), zero));
    const value = v128.and(loadLanes<Lanes>(v + at), isOpen);
    sum = f32x4.add(sum, value);
    product = f32x4.add(product, f32x4.mul(value, f32x4.sub(loadLanes<Lanes>(x + at), mu)));
  }
  addTo(totals, sum);
  addTo(products, product);
}

/** Adds four float32 to four float64. */
function addTo(totals: usize, sums: v128): void {
  const high = v128.shuffle<u64>(sums, sums, 1, 0);
  v128.store(totals, f64x2.add(v128.load(totals), f64x2.promote_low_f32x4(sums)));
  v128.store(totals, f64x2.add(v128.load(totals, 16), f64x2.promote_low_f32x4(high)), 16);
}
