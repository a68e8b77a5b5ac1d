import { fusedPsdInverse } from "../kernels/psdInverse";
import { dotTile, padToTile, TILE } from "./tile";

/** A row-major matrix of either float width. */
export type MatrixValues = Float64Array | Float32Array;

/** A matrix that must be positive definite is not, or holds a value that is not finite. */
export class NotPositiveDefiniteError extends Error {
  override readonly name = "NotPositiveDefiniteError";

  constructor(
    /** Row of the first pivot that is not a positive number. */
    readonly pivotIndex: number,
    /** Not finite where the matrix holds such a value. */
    readonly pivot: number,
    shift: number,
  ) {
    super(
      Number.isFinite(pivot)
        ? `Matrix + ${shift}·I is not positive definite: pivot ${pivotIndex} is ${pivot}, and must be above 0. ` +
            "Add a larger shift (damping) to the diagonal."
        : `Matrix + ${shift}·I holds a value that is not finite: pivot ${pivotIndex} is ${pivot}. ` +
            "The run has diverged before this point: lower its learning rate or raise its damping.",
    );
  }
}

/**
 * (M + shift·I)⁻¹ in float64, [n, n] row-major and exactly symmetric, by Cholesky: M⁻¹ = UUᵀ with U = L⁻ᵀ. Reads the
 * lower triangle of M. Throws NotPositiveDefiniteError.
 */
export function psdInverse(matrix: MatrixValues, n: number, shift: number): Float64Array {
  requireSquare(matrix, n);
  const inverse = fusedInverse(matrix, n, shift) ?? plainPsdInverse(matrix, n, shift);
  for (let i = 0; i < n; i++) {
    // A bounded diagonal bounds every entry of a positive definite matrix.
    const diagonal = inverse[i * n + i] as number;
    if (!Number.isFinite(diagonal)) throw new NotPositiveDefiniteError(i, 1 / diagonal, shift);
  }
  return inverse;
}

function fusedInverse(matrix: MatrixValues, n: number, shift: number): Float64Array | null {
  const result = fusedPsdInverse()?.(matrix, n, shift);
  if (!result) return null;
  if ("inverse" in result) return result.inverse;
  throw new NotPositiveDefiniteError(result.pivotIndex, result.pivot, shift);
}

/** What the fused kernel does, to the bit. */
export function plainPsdInverse(matrix: MatrixValues, n: number, shift: number): Float64Array {
  const size = padToTile(n);
  const factor = factorise(matrix, n, shift);
  const upper = invertTransposed(factor, size);
  const inverse = new Float64Array(n * n);
  const tile = new Float64Array(TILE * TILE);
  for (let row = 0; row < n; row += TILE) {
    for (let column = 0; column <= row; column += TILE) {
      dotTile(upper, row, upper, column, size, row, size, tile);
      for (let r = row; r < Math.min(row + TILE, n); r++) {
        for (let c = column; c < Math.min(column + TILE, n); c++) {
          const value = tile[(r - row) * TILE + c - column] as number;
          inverse[r * n + c] = value;
          inverse[c * n + r] = value;
        }
      }
    }
  }
  return inverse;
}

/** b ↦ (M + shift·I)⁻¹ b in float64 by Cholesky, factorised once. Reads the lower triangle of M. Throws NotPositiveDefiniteError. */
export function psdSolver(matrix: MatrixValues, n: number, shift: number): (b: Float64Array) => Float64Array {
  const L = factorise(matrix, n, shift);
  const size = padToTile(n);
  return (b) => {
    const x = b.slice();
    for (let i = 0; i < n; i++) {
      let value = x[i] as number;
      for (let k = 0; k < i; k++) value -= (L[i * size + k] as number) * (x[k] as number);
      x[i] = value / (L[i * size + i] as number);
    }
    for (let i = n - 1; i >= 0; i--) {
      const value = (x[i] as number) / (L[i * size + i] as number);
      x[i] = value;
      for (let k = 0; k < i; k++) x[k] = (x[k] as number) - (L[i * size + k] as number) * value;
    }
    return x;
  };
}

function requireSquare(matrix: MatrixValues, n: number): void {
  if (matrix.length === n * n) return;
  throw new RangeError(`A ${n}×${n} matrix has ${n * n} values, got ${matrix.length}. Pass one row after another.`);
}

/** The Cholesky factor L, LLᵀ = M + shift·I, padded with the identity to whole tiles: the n×n part stays as it is. */
function factorise(matrix: MatrixValues, n: number, shift: number): Float64Array {
  requireSquare(matrix, n);
  const size = padToTile(n);
  const L = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    if (i < n) L.set(matrix.subarray(i * n, i * n + i + 1), i * size);
    L[i * size + i] = i < n ? (matrix[i * n + i] as number) + shift : 1;
  }
  const tile = new Float64Array(TILE * TILE);
  for (let row = 0; row < size; row += TILE) {
    for (let column = 0; column < row; column += TILE) {
      dotTile(L, row, L, column, size, 0, column, tile);
      solveTile(L, row, L, column, size, tile);
    }
    dotTile(L, row, L, row, size, 0, row, tile);
    factoriseTile(L, row, size, tile, shift);
  }
  return L;
}

/** U = L⁻ᵀ (upper triangular), from U Lᵀ = I, tile by tile. */
function invertTransposed(L: Float64Array, size: number): Float64Array {
  const U = new Float64Array(size * size);
  const tile = new Float64Array(TILE * TILE);
  for (let row = 0; row < size; row += TILE) {
    for (let r = row; r < row + TILE; r++) U[r * size + r] = 1;
    for (let column = row; column < size; column += TILE) {
      dotTile(U, row, L, column, size, row, column, tile);
      solveTile(U, row, L, column, size, tile);
    }
  }
  return U;
}

/** X ← (X − tile) · L_cc⁻ᵀ for the 4×4 block of X at (row, column), with L_cc the diagonal block of L at `column`. */
function solveTile(X: Float64Array, row: number, L: Float64Array, column: number, size: number, tile: Float64Array) {
  for (let r = 0; r < TILE; r++) {
    const x = (row + r) * size + column;
    for (let c = 0; c < TILE; c++) {
      const l = (column + c) * size + column;
      let value = (X[x + c] as number) - (tile[r * TILE + c] as number);
      for (let k = 0; k < c; k++) value -= (X[x + k] as number) * (L[l + k] as number);
      X[x + c] = value / (L[l + c] as number);
    }
  }
}

/** Cholesky of the diagonal block at `start` after `tile` is taken off (its upper triangle is zero). */
function factoriseTile(L: Float64Array, start: number, size: number, tile: Float64Array, shift: number) {
  for (let r = 0; r < TILE; r++) {
    const row = (start + r) * size + start;
    for (let c = 0; c <= r; c++) {
      const pivotRow = (start + c) * size + start;
      let value = (L[row + c] as number) - (tile[r * TILE + c] as number);
      for (let k = 0; k < c; k++) value -= (L[row + k] as number) * (L[pivotRow + k] as number);
      if (c < r) {
        L[row + c] = value / (L[pivotRow + c] as number);
      } else if (value > 0 && Number.isFinite(value)) {
        L[row + c] = Math.sqrt(value);
      } else {
        throw new NotPositiveDefiniteError(start + r, value, shift);
      }
    }
  }
}
