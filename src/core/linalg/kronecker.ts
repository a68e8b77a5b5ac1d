import type { LinearMap } from "./lanczos";
import type { MatrixValues } from "./psd";
import { dotTile, padToTile, TILE } from "./tile";

/** XᵀX in float64 of a square [n, n] matrix, row-major. */
export function gram(X: MatrixValues, n: number): Float64Array {
  const size = padToTile(n);
  const transposed = new Float64Array(size * size);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) transposed[j * size + i] = X[i * n + j] as number;
  }
  const padded = new Float64Array(size * size);
  multiplyTransposed(transposed, transposed, size, n, padded);
  const product = new Float64Array(n * n);
  for (let i = 0; i < n; i++) product.set(padded.subarray(i * size, i * size + n), i * n);
  return product;
}

/**
 * V ↦ s ∘ (L (s ∘ V) R) for symmetric L [rows, rows] and R [columns, columns] and V, s [rows, columns], all row-major:
 * diag(vec s)(L ⊗ R)diag(vec s) on row-major vectors, by two matrix products. An L or R of null is the identity, and no product.
 */
export function scaledKronecker(
  L: Float64Array | null,
  R: Float64Array | null,
  s: Float64Array,
  rows: number,
  columns: number,
): LinearMap {
  const rowSize = padToTile(rows);
  const columnSize = padToTile(columns);
  const left = L && pad(L, rows, rowSize);
  const right = R && pad(R, columns, columnSize);
  const scaled = new Float64Array(rowSize * columnSize);
  const middle = new Float64Array(columnSize * rowSize);
  const product = new Float64Array(rowSize * columnSize);
  return (vector, out) => {
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        const k = i * columns + j;
        scaled[i * columnSize + j] = (s[k] as number) * (vector[k] as number);
      }
    }
    // (V R)ᵀ = R Vᵀ: both products are then inner products of rows.
    if (right) multiplyTransposed(right, scaled, columnSize, columns, middle);
    else transpose(scaled, columnSize, middle, rowSize);
    if (left) multiplyTransposed(left, middle, rowSize, rows, product);
    else transpose(middle, rowSize, product, columnSize);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) {
        const k = i * columns + j;
        out[k] = (s[k] as number) * (product[i * columnSize + j] as number);
      }
    }
  };
}

/** out ← Xᵀ for X with rows of `width` values; `height` of them. */
function transpose(X: Float64Array, width: number, out: Float64Array, height: number): void {
  for (let i = 0; i < height; i++) for (let j = 0; j < width; j++) out[j * height + i] = X[i * width + j] as number;
}

/** out ← X Yᵀ over the first `inner` columns; X and Y have rows of `stride` values, whole tiles of rows. */
function multiplyTransposed(X: Float64Array, Y: Float64Array, stride: number, inner: number, out: Float64Array): void {
  const xRows = X.length / stride;
  const yRows = Y.length / stride;
  const tile = new Float64Array(TILE * TILE);
  for (let i = 0; i < xRows; i += TILE) {
    for (let j = 0; j < yRows; j += TILE) {
      dotTile(X, i, Y, j, stride, 0, inner, tile);
      for (let r = 0; r < TILE; r++) {
        for (let c = 0; c < TILE; c++) out[(i + r) * yRows + j + c] = tile[r * TILE + c] as number;
      }
    }
  }
}

function pad(matrix: Float64Array, n: number, size: number): Float64Array {
  const padded = new Float64Array(size * size);
  for (let i = 0; i < n; i++) padded.set(matrix.subarray(i * n, i * n + n), i * size);
  return padded;
}
