import { loadLanes, storeLanes } from "../lanes";
import { BLOCK, sumProducts, sumRows, sumSquares, totalsBytes } from "./channelSums";

/*
 * Batch normalisation of x [rows, channels] with the moments of each channel over the rows: x̂ = (x − μ)·r, r = 1/√(σ² + ε),
 * y = γ·x̂ + β, weights [channels, 2]. `relu` 1: a ReLU follows, whose slope is seen from y.
 */

/** Totals, and γ·r and β of each channel. */
export function batchNormForwardScratch(channels: usize): usize {
  return totalsBytes(channels) + (channels << 3);
}

/** y, and the moments μ, σ² (biased) and r, [channels] each. */
export function batchNormForward(
  x: usize,
  w: usize,
  y: usize,
  mean: usize,
  variance: usize,
  inverseDeviation: usize,
  rows: usize,
  channels: usize,
  epsilon: f32,
  relu: usize,
  scratch: usize,
): void {
  const factors = scratch + totalsBytes(channels);
  const shifts = factors + (channels << 2);
  sumRows(x, rows, channels, scratch);
  for (let c: usize = 0; c < channels; c++)
    store<f32>(mean + (c << 2), <f32>(load<f64>(scratch + (c << 3)) / <f64>rows));
  sumSquares(x, mean, rows, channels, scratch);
  for (let c: usize = 0; c < channels; c++) {
    const at = c << 2;
    const spread = load<f64>(scratch + (c << 3)) / <f64>rows;
    const inverse = <f32>(1 / Math.sqrt(spread + <f64>epsilon));
    store<f32>(variance + at, <f32>spread);
    store<f32>(inverseDeviation + at, inverse);
    store<f32>(factors + at, load<f32>(w + (c << 3)) * inverse);
    store<f32>(shifts + at, load<f32>(w + (c << 3), 4));
  }
  const floor = f32x4.splat(relu ? 0 : -Infinity);
  const row = channels << 2;
  const quads = row & ~15;
  for (let from: usize = 0; from < rows; from += BLOCK) {
    const bytes = min<usize>(BLOCK, rows - from) * row;
    for (let c: usize = 0; c < quads; c += 16)
      scaleSome<v128>(x + c, y + c, bytes - c, row, mean + c, factors + c, shifts + c, floor);
    for (let c = quads; c < row; c += 4)
      scaleSome<u32>(x + c, y + c, bytes - c, row, mean + c, factors + c, shifts + c, floor);
    x += bytes;
    y += bytes;
  }
}

/** y = max(factor·(x − μ) + shift, floor) in some channels. */
function scaleSome<Lanes>(
  x: usize,
  y: usize,
  bytes: usize,
  row: usize,
  mean: usize,
  factors: usize,
  shifts: usize,
  floor: v128,
): void {
  const mu = loadLanes<Lanes>(mean);
  const factor = loadLanes<Lanes>(factors);
  const shift = loadLanes<Lanes>(shifts);
  for (let at: usize = 0; at < bytes; at += row) {
    const value = f32x4.add(f32x4.mul(f32x4.sub(loadLanes<Lanes>(x + at), mu), factor), shift);
    storeLanes<Lanes>(y + at, f32x4.max(value, floor));
  }
}

/** Two lists of totals, and three factors of each channel. */
export function batchNormBackwardScratch(channels: usize): usize {
  return 2 * totalsBytes(channels) + 3 * (channels << 2);
}

/** dw [channels, 2] = (Σ dy·x̂, Σ dy), and dx = γ·r·Π(dy) where it is not 0, with Π(v) = v − mean(v) − x̂·mean(x̂·v). */
export function batchNormBackward(
  x: usize,
  w: usize,
  y: usize,
  dy: usize,
  mean: usize,
  inverseDeviation: usize,
  dx: usize,
  dw: usize,
  rows: usize,
  channels: usize,
  relu: usize,
  scratch: usize,
): void {
  const products = scratch + totalsBytes(channels);
  const all = i32x4.splat(relu ? 0 : -1);
  sumProducts(dy, x, y, all, mean, rows, channels, scratch, products);
  for (let c: usize = 0; c < channels; c++) {
    const inverse = <f64>load<f32>(inverseDeviation + (c << 2));
    store<f32>(dw + (c << 3), <f32>(load<f64>(products + (c << 3)) * inverse));
    store<f32>(dw + (c << 3), <f32>load<f64>(scratch + (c << 3)), 4);
  }
  if (!dx) return;
  const factors = products + totalsBytes(channels);
  project(w, inverseDeviation, rows, channels, scratch, products, factors);
  combine(dy, x, y, all, i32x4.splat(-1), mean, factors, dx, rows, channels);
}

/** As that of `batchNormBackward`. */
export function batchNormTangentScratch(channels: usize): usize {
  return batchNormBackwardScratch(channels);
}

/** dy = γ·r·Π(dx) + dγ·x̂ + dβ along dx and the weights' dw, either of which may be 0. */
export function batchNormTangent(
  x: usize,
  w: usize,
  y: usize,
  mean: usize,
  inverseDeviation: usize,
  dx: usize,
  dw: usize,
  dy: usize,
  rows: usize,
  channels: usize,
  relu: usize,
  scratch: usize,
): void {
  const products = scratch + totalsBytes(channels);
  const factors = products + totalsBytes(channels);
  const all = i32x4.splat(-1);
  const row = channels << 2;
  if (dx) {
    sumProducts(dx, x, x, all, mean, rows, channels, scratch, products);
    project(w, inverseDeviation, rows, channels, scratch, products, factors);
  } else memory.fill(factors, 0, 3 * row);
  if (dw)
    for (let c: usize = 0; c < channels; c++) {
      const ofCentred = factors + row + (c << 2);
      const ofAll = ofCentred + row;
      const along = load<f32>(dw + (c << 3)) * load<f32>(inverseDeviation + (c << 2));
      store<f32>(ofCentred, load<f32>(ofCentred) + along);
      store<f32>(ofAll, load<f32>(ofAll) + load<f32>(dw + (c << 3), 4));
    }
  combine(dx ? dx : x, x, y, all, relu ? i32x4.splat(0) : all, mean, factors, dy, rows, channels);
}

/** The factors p, q and s with which γ·r·Π(v) = p·v + q·(x − μ) + s, from Σ v and Σ v·(x − μ). */
function project(
  w: usize,
  inverseDeviation: usize,
  rows: usize,
  channels: usize,
  totals: usize,
  products: usize,
  factors: usize,
): void {
  const row = channels << 2;
  for (let c: usize = 0; c < channels; c++) {
    const inverse = <f64>load<f32>(inverseDeviation + (c << 2));
    const factor = <f64>load<f32>(w + (c << 3)) * inverse;
    const to = factors + (c << 2);
    store<f32>(to, <f32>factor);
    store<f32>(to + row, <f32>((-factor * inverse * inverse * load<f64>(products + (c << 3))) / <f64>rows));
    store<f32>(to + 2 * row, <f32>((-factor * load<f64>(totals + (c << 3))) / <f64>rows));
  }
}

/** to = p·v + q·(x − μ) + s: v only where y > 0 or `before` has ones, and the result where y > 0 or `behind` has. */
function combine(
  v: usize,
  x: usize,
  y: usize,
  before: v128,
  behind: v128,
  mean: usize,
  factors: usize,
  to: usize,
  rows: usize,
  channels: usize,
): void {
  const row = channels << 2;
  const quads = row & ~15;
  for (let from: usize = 0; from < rows; from += BLOCK) {
    const bytes = min<usize>(BLOCK, rows - from) * row;
    for (let c: usize = 0; c < quads; c += 16)
      combineSome<v128>(v + c, x + c, y + c, before, behind, mean + c, factors + c, to + c, bytes - c, row);
    for (let c = quads; c < row; c += 4)
      combineSome<u32>(v + c, x + c, y + c, before, behind, mean + c, factors + c, to + c, bytes - c, row);
    v += bytes;
    x += bytes;
    y += bytes;
    to += bytes;
  }
}

function combineSome<Lanes>(
  v: usize,
  x: usize,
  y: usize,
  before: v128,
  behind: v128,
  mean: usize,
  factors: usize,
  to: usize,
  bytes: usize,
  row: usize,
): void {
  const zero = f32x4.splat(0);
  const mu = loadLanes<Lanes>(mean);
  const p = loadLanes<Lanes>(factors);
  const q = loadLanes<Lanes>(factors + row);
  const s = loadLanes<Lanes>(factors + 2 * row);
  for (let at: usize = 0; at < bytes; at += row) {
    const isOpen = f32x4.gt(loadLanes<Lanes>(y + at), zero);
    const value = v128.and(loadLanes<Lanes>(v + at), v128.or(before, isOpen));
    const centred = f32x4.sub(loadLanes<Lanes>(x + at), mu);
    const sum = f32x4.add(f32x4.add(f32x4.mul(p, value), f32x4.mul(q, centred)), s);
    storeLanes<Lanes>(to + at, v128.and(sum, v128.or(behind, isOpen)));
  }
}
