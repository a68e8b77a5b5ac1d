import { exponentialFour } from "./math";
import { multiply, multiplyTransposed } from "./matmul";

/*
 * P = (A ⊗ B) diag(vec S)² (A ⊗ B)ᵀ on a matrix [outputs, inputs], by A [inputs, inputs], B [outputs, outputs] and S, or log S
 * (`isLog` 1), [outputs, inputs]. The names are those of `core/apo/eigenbasis.ts`.
 */

/** S∘S, of whole vectors of four and then of single values. */
function squaredScale(S: v128, isLog: usize): v128 {
  const scale = isLog ? exponentialFour(S) : S;
  return f32x4.mul(scale, scale);
}

function loadUpTo4(from: usize, left: usize): v128 {
  return left >= 4 ? v128.load(from) : v128.load32_zero(from);
}

function storeUpTo4(to: usize, value: v128, left: usize): void {
  if (left >= 4) v128.store(to, value);
  else v128.store_lane<f32>(to, value, 0);
}

/**
 * GA = G·A, U = BᵀGA, S2 = S∘S, V = S2∘U and D = B·V·Aᵀ. `scratch` has room for a matrix [outputs, inputs] and for a
 * product of depth inputs or outputs.
 */
export function applyPreconditioner(
  G: usize,
  A: usize,
  B: usize,
  S: usize,
  isLog: usize,
  GA: usize,
  U: usize,
  S2: usize,
  V: usize,
  D: usize,
  outputs: usize,
  inputs: usize,
  scratch: usize,
): void {
  const row = inputs << 2;
  const side = outputs << 2;
  const BV = scratch;
  const rest = scratch + outputs * row;
  multiply(G, row, 4, A, row, GA, row, outputs, inputs, inputs, rest);
  multiply(B, 4, side, GA, row, U, row, outputs, inputs, outputs, rest);
  const size = outputs * inputs;
  for (let i: usize = 0; i < size; ) {
    const left = size - i;
    const at = i << 2;
    const squared = squaredScale(loadUpTo4(S + at, left), isLog);
    storeUpTo4(S2 + at, squared, left);
    storeUpTo4(V + at, f32x4.mul(squared, loadUpTo4(U + at, left)), left);
    i += left >= 4 ? 4 : 1;
  }
  multiply(B, side, 4, V, row, BV, row, outputs, inputs, outputs, rest);
  multiplyTransposed(BV, row, 4, A, row, D, row, outputs, inputs, inputs, rest);
}

/**
 * Gradients of A, B and S (or log S) for R, the gradient at W − D. `scratch` has room for four matrices [outputs, inputs], one
 * of [inputs, inputs] or [outputs, outputs], and a product of depth inputs or outputs.
 */
export function preconditionerGrad(
  G: usize,
  R: usize,
  A: usize,
  B: usize,
  S: usize,
  isLog: usize,
  GA: usize,
  U: usize,
  V: usize,
  S2: usize,
  gradA: usize,
  gradB: usize,
  gradS: usize,
  outputs: usize,
  inputs: usize,
  scratch: usize,
): void {
  const row = inputs << 2;
  const side = outputs << 2;
  const size = outputs * inputs;
  const RA = scratch;
  const RU = RA + outputs * row;
  const scaled = RU + outputs * row;
  const product = scaled + outputs * row;
  const second = product + outputs * row;
  const largest = max(inputs, outputs);
  const rest = second + ((largest * largest) << 2);
  multiply(R, row, 4, A, row, RA, row, outputs, inputs, inputs, rest);
  multiply(B, 4, side, RA, row, RU, row, outputs, inputs, outputs, rest);
  for (let i: usize = 0; i < size; ) {
    const left = size - i;
    const at = i << 2;
    const ru = loadUpTo4(RU + at, left);
    const squared = loadUpTo4(S2 + at, left);
    storeUpTo4(scaled + at, f32x4.mul(squared, ru), left);
    // d S²/dS = 2S; d S²/d log S = 2S²
    const slope = f32x4.mul(f32x4.splat(-2), isLog ? squared : loadUpTo4(S + at, left));
    storeUpTo4(gradS + at, f32x4.mul(slope, f32x4.mul(loadUpTo4(U + at, left), ru)), left);
    i += left >= 4 ? 4 : 1;
  }
  multiplyTransposed(RA, row, 4, V, row, gradB, side, outputs, outputs, inputs, rest);
  multiplyTransposed(GA, row, 4, scaled, row, second, side, outputs, outputs, inputs, rest);
  minusSum(gradB, second, outputs * outputs);
  multiply(B, side, 4, V, row, product, row, outputs, inputs, outputs, rest);
  multiply(R, 4, row, product, row, gradA, row, inputs, inputs, outputs, rest);
  multiply(B, side, 4, scaled, row, product, row, outputs, inputs, outputs, rest);
  multiply(G, 4, row, product, row, second, row, inputs, inputs, outputs, rest);
  minusSum(gradA, second, inputs * inputs);
}

/** x ← −(x + y) */
function minusSum(x: usize, y: usize, size: usize): void {
  for (let i: usize = 0; i < size; ) {
    const left = size - i;
    const at = i << 2;
    storeUpTo4(x + at, f32x4.neg(f32x4.add(loadUpTo4(x + at, left), loadUpTo4(y + at, left))), left);
    i += left >= 4 ? 4 : 1;
  }
}

/** tr P = Σ S²_oi ‖a_i‖² ‖b_o‖² over the columns of A and B. `scratch` has room for inputs + outputs float64. */
export function preconditionerTrace(
  A: usize,
  B: usize,
  S: usize,
  isLog: usize,
  outputs: usize,
  inputs: usize,
  scratch: usize,
): f64 {
  const columnsOfA = scratch;
  const columnsOfB = scratch + (inputs << 3);
  squaredColumns(A, inputs, columnsOfA);
  squaredColumns(B, outputs, columnsOfB);
  let total: f64 = 0;
  for (let o: usize = 0; o < outputs; o++) {
    let sum: f64 = 0;
    for (let i: usize = 0; i < inputs; ) {
      const left = inputs - i;
      const squared = squaredScale(loadUpTo4(S, left), isLog);
      const lanes: usize = left >= 4 ? 4 : 1;
      const weights = columnsOfA + (i << 3);
      sum += <f64>f32x4.extract_lane(squared, 0) * load<f64>(weights);
      if (lanes === 4) {
        sum += <f64>f32x4.extract_lane(squared, 1) * load<f64>(weights + 8);
        sum += <f64>f32x4.extract_lane(squared, 2) * load<f64>(weights + 16);
        sum += <f64>f32x4.extract_lane(squared, 3) * load<f64>(weights + 24);
      }
      i += lanes;
      S += lanes << 2;
    }
    total += sum * load<f64>(columnsOfB + (o << 3));
  }
  return total;
}

/** Sums of squares of the columns of a matrix [n, n], in float64. */
function squaredColumns(matrix: usize, n: usize, to: usize): void {
  memory.fill(to, 0, n << 3);
  for (let i: usize = 0; i < n; i++)
    for (let j: usize = 0; j < n; j++) {
      const value = <f64>load<f32>(matrix);
      store<f64>(to + (j << 3), load<f64>(to + (j << 3)) + value * value);
      matrix += 4;
    }
}
