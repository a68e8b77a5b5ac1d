import { across } from "./rows";

/*
 * Layer normalisation of rows x [rows, width]: x̂ = (x − μ)·r with the row's own moments, r = 1/√(σ² + ε), y = γ·x̂ + β, weights
 * [width, 2]. μ and r are [rows] each. A row is worked on in scratch, where zeros fill it up to whole fours.
 */

/** Rows whose sums are taken together in float32. */
const BLOCK: usize = 64;

/** Bytes of a row with its zeros. */
function filled(width: usize): usize {
  return ((width + 3) & ~3) << 2;
}

/** γ, β and a row. */
export function layerNormForwardScratch(width: usize): usize {
  return 3 * filled(width);
}

export function layerNormForward(
  x: usize,
  w: usize,
  y: usize,
  mean: usize,
  inverseDeviation: usize,
  rows: usize,
  width: usize,
  epsilon: f32,
  scratch: usize,
): void {
  const bytes = filled(width);
  const shifts = scratch + bytes;
  const values = shifts + bytes;
  const row = width << 2;
  memory.fill(scratch, 0, 3 * bytes);
  setApart(w, width, scratch, shifts);
  for (let n: usize = 0; n < rows; n++) {
    memory.copy(values, x, row);
    let sum = f32x4.splat(0);
    for (let c: usize = 0; c < bytes; c += 16) sum = f32x4.add(sum, v128.load(values + c));
    const mu = across(sum) / <f32>width;
    center(values, mu, 1, row, bytes);
    let squares = f32x4.splat(0);
    for (let c: usize = 0; c < bytes; c += 16) {
      const value = v128.load(values + c);
      squares = f32x4.add(squares, f32x4.mul(value, value));
    }
    const r: f32 = 1 / sqrt(across(squares) / <f32>width + epsilon);
    store<f32>(mean, mu);
    store<f32>(inverseDeviation, r);
    const factor = f32x4.splat(r);
    for (let c: usize = 0; c < bytes; c += 16) {
      const scaled = f32x4.mul(f32x4.mul(v128.load(values + c), factor), v128.load(scratch + c));
      v128.store(values + c, f32x4.add(scaled, v128.load(shifts + c)));
    }
    memory.copy(y, values, row);
    memory.fill(values + row, 0, bytes - row);
    x += row;
    y += row;
    mean += 4;
    inverseDeviation += 4;
  }
}

/** γ, x̂, dy, and sums of dy·x̂ and of dy in float32 and in float64. */
export function layerNormBackwardScratch(width: usize): usize {
  return 9 * filled(width);
}

/** dw [width, 2] = (Σ dy·x̂, Σ dy), and dx = r·Π(γ·dy) where it is not 0, with Π(v) = v − mean(v) − x̂·mean(x̂·v). */
export function layerNormBackward(
  x: usize,
  w: usize,
  dy: usize,
  mean: usize,
  inverseDeviation: usize,
  dx: usize,
  dw: usize,
  rows: usize,
  width: usize,
  scratch: usize,
): void {
  const bytes = filled(width);
  const standard = scratch + bytes;
  const grad = standard + bytes;
  const products = grad + bytes;
  const sums = products + bytes;
  const totals = sums + bytes;
  const row = width << 2;
  memory.fill(scratch, 0, 9 * bytes);
  setApart(w, width, scratch, standard);
  for (let n: usize = 0; n < rows; n++) {
    const r = load<f32>(inverseDeviation + (n << 2));
    memory.copy(standard, x, row);
    center(standard, load<f32>(mean + (n << 2)), r, row, bytes);
    memory.copy(grad, dy, row);
    for (let c: usize = 0; c < bytes; c += 16) {
      const value = v128.load(grad + c);
      const product = f32x4.mul(value, v128.load(standard + c));
      v128.store(products + c, f32x4.add(v128.load(products + c), product));
      v128.store(sums + c, f32x4.add(v128.load(sums + c), value));
    }
    if (dx) {
      multiplyBy(grad, scratch, bytes);
      project(grad, standard, r, width, bytes);
      memory.copy(dx, grad, row);
      dx += row;
    }
    if (n % BLOCK === BLOCK - 1 || n === rows - 1) {
      // both lists, which stand end to end
      for (let c: usize = 0; c < 2 * bytes; c += 4) {
        store<f64>(totals + (c << 1), load<f64>(totals + (c << 1)) + <f64>load<f32>(products + c));
        store<f32>(products + c, 0);
      }
    }
    x += row;
    dy += row;
  }
  for (let c: usize = 0; c < row; c += 4) {
    store<f32>(dw + (c << 1), <f32>load<f64>(totals + (c << 1)));
    store<f32>(dw + (c << 1), <f32>load<f64>(totals + ((bytes + c) << 1)), 4);
  }
}

/** γ, x̂, the result, dγ and dβ. */
export function layerNormTangentScratch(width: usize): usize {
  return 5 * filled(width);
}

/** dy = γ·r·Π(dx) + dγ·x̂ + dβ along dx and the weights' dw, either of which may be 0. */
export function layerNormTangent(
  x: usize,
  w: usize,
  mean: usize,
  inverseDeviation: usize,
  dx: usize,
  dw: usize,
  dy: usize,
  rows: usize,
  width: usize,
  scratch: usize,
): void {
  const bytes = filled(width);
  const standard = scratch + bytes;
  const tangent = standard + bytes;
  const scales = tangent + bytes;
  const shifts = scales + bytes;
  const row = width << 2;
  memory.fill(scratch, 0, 5 * bytes);
  setApart(w, width, scratch, standard);
  if (dw) setApart(dw, width, scales, shifts);
  for (let n: usize = 0; n < rows; n++) {
    const r = load<f32>(inverseDeviation + (n << 2));
    memory.copy(standard, x, row);
    center(standard, load<f32>(mean + (n << 2)), r, row, bytes);
    if (dx) {
      memory.copy(tangent, dx, row);
      memory.fill(tangent + row, 0, bytes - row);
      project(tangent, standard, r, width, bytes);
      multiplyBy(tangent, scratch, bytes);
      dx += row;
    } else memory.fill(tangent, 0, bytes);
    for (let c: usize = 0; c < bytes; c += 16) {
      const along = f32x4.add(f32x4.mul(v128.load(standard + c), v128.load(scales + c)), v128.load(shifts + c));
      v128.store(tangent + c, f32x4.add(v128.load(tangent + c), along));
    }
    memory.copy(dy, tangent, row);
    x += row;
    dy += row;
  }
}

/** Scale and shift of weights [width, 2] as two rows. */
function setApart(w: usize, width: usize, scales: usize, shifts: usize): void {
  for (let c: usize = 0; c < width << 2; c += 4) {
    store<f32>(scales + c, load<f32>(w + (c << 1)));
    store<f32>(shifts + c, load<f32>(w + (c << 1), 4));
  }
}

/** (values − mu)·factor in their place, and zeros behind the row. */
function center(values: usize, mu: f32, factor: f32, row: usize, bytes: usize): void {
  const mus = f32x4.splat(mu);
  const factors = f32x4.splat(factor);
  for (let c: usize = 0; c < bytes; c += 16)
    v128.store(values + c, f32x4.mul(f32x4.sub(v128.load(values + c), mus), factors));
  memory.fill(values + row, 0, bytes - row);
}

function multiplyBy(values: usize, factors: usize, bytes: usize): void {
  for (let c: usize = 0; c < bytes; c += 16)
    v128.store(values + c, f32x4.mul(v128.load(values + c), v128.load(factors + c)));
}

/** r·Π(v) in the place of v. */
function project(v: usize, standard: usize, r: f32, width: usize, bytes: usize): void {
  let sum = f32x4.splat(0);
  let product = sum;
  for (let c: usize = 0; c < bytes; c += 16) {
    const value = v128.load(v + c);
    sum = f32x4.add(sum, value);
    product = f32x4.add(product, f32x4.mul(value, v128.load(standard + c)));
  }
  const mean = f32x4.splat(across(sum) / <f32>width);
  const along = f32x4.splat(across(product) / <f32>width);
  const factor = f32x4.splat(r);
  for (let c: usize = 0; c < bytes; c += 16) {
    const centred = f32x4.sub(v128.load(v + c), mean);
    const left = f32x4.sub(centred, f32x4.mul(v128.load(standard + c), along));
    v128.store(v + c, f32x4.mul(left, factor));
  }
}
