import { inverse, Matrix } from "ml-matrix";

/*
 * Dense float64 algebra on one layer's weights, for comparison: a matrix [out, in] is the vector of its rows one after
 * another, so that G ↦ L G R, with symmetric R, is L ⊗ R.
 */

/** L ⊗ R, row-major, of square matrices given row-major. */
export function kronecker(L: ArrayLike<number>, R: ArrayLike<number>): Matrix {
  return square(L).kroneckerProduct(square(R));
}

/** (M + shift·I)⁻¹ v. */
export function solveShifted(M: Matrix, shift: number, v: ArrayLike<number>): number[] {
  const shifted = Matrix.add(M, Matrix.eye(M.rows).mul(shift));
  return inverse(shifted)
    .mmul(Matrix.columnVector(Array.from(v)))
    .to1DArray();
}

/** M v. */
export function multiply(M: Matrix, v: ArrayLike<number>): number[] {
  return M.mmul(Matrix.columnVector(Array.from(v))).to1DArray();
}

/** A square matrix from its rows one after another. */
function square(values: ArrayLike<number>): Matrix {
  const n = Math.sqrt(values.length);
  return Matrix.from1DArray(n, n, Array.from(values));
}
