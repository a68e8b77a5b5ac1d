import { exponentialFour } from "./math";
import {
  clearRow,
  multiply,
  multiplyTransposed,
  PANEL_ROW,
  packRows,
  packTransposed,
  productBytes,
  TILE,
  timesPanel,
} from "./matmul";

/*
 * P = (A ⊗ B) diag(vec S)² (A ⊗ B)ᵀ on a matrix [outputs, inputs], by A [inputs, inputs], B [outputs, outputs] and S, or log S
 * (`isLog` 1), [outputs, inputs]. A or B that is not learned is the identity, its address 0. The names are those of
 * `core/kernels/preconditioner.ts`.
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

/** Two matrices [outputs, inputs], and a product of depth inputs or outputs. */
export function applyPreconditionerScratch(outputs: usize, inputs: usize): usize {
  return ((outputs * inputs) << 3) + productBytes(max(outputs, inputs));
}

/** D = B·(S∘S∘(BᵀGA))·Aᵀ. */
export function applyPreconditioner(
  G: usize,
  A: usize,
  B: usize,
  S: usize,
  isLog: usize,
  D: usize,
  outputs: usize,
  inputs: usize,
  scratch: usize,
): void {
  const row = inputs << 2;
  const side = outputs << 2;
  const X = scratch;
  const V = X + outputs * row;
  const rest = V + outputs * row;
  let U = G;
  if (A) {
    multiply(G, row, 4, A, row, X, row, outputs, inputs, inputs, rest);
    U = X;
  }
  if (B) {
    multiply(B, 4, side, U, row, V, row, outputs, inputs, outputs, rest);
    U = V;
  }
  const scaled = A || B ? V : D;
  const size = outputs * inputs;
  for (let i: usize = 0; i < size; ) {
    const left = size - i;
    const at = i << 2;
    const squared = squaredScale(loadUpTo4(S + at, left), isLog);
    storeUpTo4(scaled + at, f32x4.mul(squared, loadUpTo4(U + at, left)), left);
    i += left >= 4 ? 4 : 1;
  }
  if (B) multiply(B, side, 4, V, row, A ? X : D, row, outputs, inputs, outputs, rest);
  if (A) multiplyTransposed(B ? X : V, row, 4, A, row, D, row, outputs, inputs, inputs, rest);
}

/** Four matrices [outputs, inputs], and a product of twice the depth inputs or outputs. */
export function preconditionerGradScratch(outputs: usize, inputs: usize): usize {
  return ((outputs * inputs) << 4) + productBytes(2 * max(outputs, inputs));
}

/** Gradients of A, B and S (or log S) for R, the gradient at W − D. */
export function preconditionerGrad(
  G: usize,
  R: usize,
  A: usize,
  B: usize,
  S: usize,
  isLog: usize,
  gradA: usize,
  gradB: usize,
  gradS: usize,
  outputs: usize,
  inputs: usize,
  scratch: usize,
): void {
  const row = inputs << 2;
  const side = outputs << 2;
  const bytes = outputs * row;
  const RA = scratch;
  const GA = RA + bytes;
  const V = GA + bytes;
  const W = V + bytes;
  const rest = W + bytes;
  let right = R;
  let left = G;
  if (A) {
    multiply(R, row, 4, A, row, RA, row, outputs, inputs, inputs, rest);
    multiply(G, row, 4, A, row, GA, row, outputs, inputs, inputs, rest);
    right = RA;
    left = GA;
  }
  if (B) {
    multiply(B, 4, side, left, row, V, row, outputs, inputs, outputs, rest);
    multiply(B, 4, side, right, row, W, row, outputs, inputs, outputs, rest);
  }
  scaleBack(S, isLog, B ? V : left, B ? W : right, V, W, gradS, outputs * inputs);

  const zeros = rest + TILE;
  const panel = zeros + PANEL_ROW;
  clearRow(zeros);
  // RA·Vᵀ + GA·Wᵀ as one product of (RA, GA) side by side
  if (B)
    for (let j: usize = 0; j < outputs; j += 8) {
      const some = min<usize>(8, outputs - j);
      packTransposed(V + j * row, row, inputs, some, panel);
      packTransposed(W + j * row, row, inputs, some, panel + inputs * PANEL_ROW);
      timesPanel(
        right,
        row,
        4,
        outputs,
        inputs,
        panel,
        zeros,
        gradB + (j << 2),
        side,
        some,
        rest,
        2,
        left - right - row,
      );
    }
  if (!A) return;
  // the two end to end
  let BV = V;
  if (B) {
    BV = RA;
    multiply(B, side, 4, V, row, RA, row, outputs, inputs, outputs, rest);
    multiply(B, side, 4, W, row, GA, row, outputs, inputs, outputs, rest);
    clearRow(zeros);
  }
  // RᵀBV + GᵀBW as one product of R above G
  for (let j: usize = 0; j < inputs; j += 8) {
    const some = min<usize>(8, inputs - j);
    packRows(BV + (j << 2), row, 2 * outputs, some, panel);
    timesPanel(R, 4, row, inputs, outputs, panel, zeros, gradA + (j << 2), row, some, rest, 2, G - R - bytes);
  }
}

/** From U = BᵀGA and U′ = BᵀRA: the gradient of S, and V = −S²∘U and W = −S²∘U′. */
function scaleBack(
  S: usize,
  isLog: usize,
  U: usize,
  other: usize,
  V: usize,
  W: usize,
  gradS: usize,
  size: usize,
): void {
  for (let i: usize = 0; i < size; ) {
    const left = size - i;
    const at = i << 2;
    const u = loadUpTo4(U + at, left);
    const ru = loadUpTo4(other + at, left);
    const factor = loadUpTo4(S + at, left);
    const squared = squaredScale(factor, isLog);
    // d S²/dS = 2S; d S²/d log S = 2S²
    const slope = f32x4.mul(f32x4.splat(-2), isLog ? squared : factor);
    storeUpTo4(gradS + at, f32x4.mul(slope, f32x4.mul(u, ru)), left);
    const minus = f32x4.neg(squared);
    storeUpTo4(V + at, f32x4.mul(minus, u), left);
    storeUpTo4(W + at, f32x4.mul(minus, ru), left);
    i += left >= 4 ? 4 : 1;
  }
}

/** A float64 for each column of A and of B. */
export function preconditionerTraceScratch(outputs: usize, inputs: usize): usize {
  return (outputs + inputs) << 3;
}

/** tr P = Σ S²_oi ‖a_i‖² ‖b_o‖² over the columns of A and B. */
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

/** Sums of squares of the columns of a matrix [n, n], in float64; of the identity at 0. */
function squaredColumns(matrix: usize, n: usize, to: usize): void {
  if (!matrix) {
    for (let j: usize = 0; j < n; j++) store<f64>(to + (j << 3), 1);
    return;
  }
  memory.fill(to, 0, n << 3);
  for (let i: usize = 0; i < n; i++)
    for (let j: usize = 0; j < n; j++) {
      const value = <f64>load<f32>(matrix);
      store<f64>(to + (j << 3), load<f64>(to + (j << 3)) + value * value);
      matrix += 4;
    }
}
