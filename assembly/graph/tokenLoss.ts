import { logarithm } from "../math";
import { exponentialOf } from "./exponential";
import { across, largestOf } from "./rows";

/*
 * Losses of outputs [rows, classes], each row weighed with its share; rows without a share, padding, are left out.
 */

/** −Σ share · log softmax(f)[token] to `value`, and share·(softmax(f) − the token's 1) to `grad`. */
export function tokenCrossEntropy(
  outputs: usize,
  tokens: usize,
  shares: usize,
  value: usize,
  grad: usize,
  rows: usize,
  classes: usize,
): void {
  let loss: f64 = 0;
  const row = classes << 2;
  for (let n: usize = 0; n < rows; n++) {
    const share = load<f32>(shares + (n << 2));
    if (share === 0) memory.fill(grad, 0, row);
    else {
      const largest = largestIn(outputs, row);
      const total = exponentials(outputs, largest, grad, row);
      const at = (<usize>load<f32>(tokens + (n << 2))) << 2;
      loss -= <f64>share * (<f64>load<f32>(outputs + at) - <f64>largest - logarithm(<f64>total));
      scaleRow(grad, share / total, row);
      store<f32>(grad + at, load<f32>(grad + at) - share);
    }
    outputs += row;
    grad += row;
  }
  store<f32>(value, <f32>loss);
}

/** A row of probabilities. */
export function tokenDivergenceScratch(classes: usize): usize {
  return classes << 2;
}

/**
 * Σ share · KL(old ‖ new), or with `fromNew` 1 KL(new ‖ old), of the softmax of the outputs and of a reference, to `value`, and its
 * gradient along the outputs to `grad`.
 */
export function tokenDivergence(
  outputs: usize,
  reference: usize,
  shares: usize,
  value: usize,
  grad: usize,
  rows: usize,
  classes: usize,
  fromNew: usize,
  scratch: usize,
): void {
  let sum: f64 = 0;
  const row = classes << 2;
  for (let n: usize = 0; n < rows; n++) {
    const share = load<f32>(shares + (n << 2));
    if (share === 0) memory.fill(grad, 0, row);
    else {
      const largest = largestIn(outputs, row);
      const largestBefore = largestIn(reference, row);
      const total = exponentials(outputs, largest, grad, row);
      const totalBefore = exponentials(reference, largestBefore, scratch, row);
      // log of new over old is the difference of the outputs and this
      const offset = <f64>largestBefore - <f64>largest + (logarithm(<f64>totalBefore) - logarithm(<f64>total));
      const from = fromNew ? grad : scratch;
      const kl = meanLogRatio(outputs, reference, from, offset, row) / <f64>(fromNew ? total : totalBefore);
      if (fromNew) {
        sum += <f64>share * kl;
        for (let c: usize = 0; c < row; c += 4) {
          const ratio = <f64>load<f32>(outputs + c) - <f64>load<f32>(reference + c) + offset;
          const p = load<f32>(grad + c) / total;
          store<f32>(grad + c, share * p * <f32>(ratio - kl));
        }
      } else {
        sum -= <f64>share * kl;
        for (let c: usize = 0; c < row; c += 4)
          store<f32>(grad + c, share * (load<f32>(grad + c) / total - load<f32>(scratch + c) / totalBefore));
      }
    }
    outputs += row;
    reference += row;
    grad += row;
  }
  store<f32>(value, <f32>sum);
}

/** Σ weight·(a − b + offset), in float64. */
function meanLogRatio(a: usize, b: usize, weights: usize, offset: f64, row: usize): f64 {
  const whole = row & ~15;
  const offsets = f64x2.splat(offset);
  let sum = f64x2.splat(0);
  for (let c: usize = 0; c < whole; c += 8) {
    const first = f64x2.promote_low_f32x4(v128.load64_zero(a + c));
    const second = f64x2.promote_low_f32x4(v128.load64_zero(b + c));
    const ratio = f64x2.add(f64x2.sub(first, second), offsets);
    sum = f64x2.add(sum, f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(weights + c)), ratio));
  }
  let total = f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
  for (let c = whole; c < row; c += 4)
    total += <f64>load<f32>(weights + c) * (<f64>load<f32>(a + c) - <f64>load<f32>(b + c) + offset);
  return total;
}

function largestIn(values: usize, row: usize): f32 {
  const whole = row & ~15;
  let most = f32x4.splat(-Infinity);
  for (let c: usize = 0; c < whole; c += 16) most = f32x4.max(most, v128.load(values + c));
  for (let c = whole; c < row; c += 4) most = f32x4.max(most, v128.load32_splat(values + c));
  return largestOf(most);
}

/** The exponentials of values − largest, and their sum. */
function exponentials(values: usize, largest: f32, to: usize, row: usize): f32 {
  const whole = row & ~15;
  const largests = f32x4.splat(largest);
  let sum = f32x4.splat(0);
  for (let c: usize = 0; c < whole; c += 16) {
    const e = exponentialOf(f32x4.sub(v128.load(values + c), largests));
    sum = f32x4.add(sum, e);
    v128.store(to + c, e);
  }
  let total = across(sum);
  for (let c = whole; c < row; c += 4) {
    const e = f32x4.extract_lane(exponentialOf(f32x4.sub(v128.load32_splat(values + c), largests)), 0);
    total += e;
    store<f32>(to + c, e);
  }
  return total;
}

function scaleRow(values: usize, factor: f32, row: usize): void {
  const whole = row & ~15;
  const factors = f32x4.splat(factor);
  for (let c: usize = 0; c < whole; c += 16) v128.store(values + c, f32x4.mul(v128.load(values + c), factors));
  for (let c = whole; c < row; c += 4) store<f32>(values + c, load<f32>(values + c) * factor);
}
