import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { MatrixValues } from "./psd";
import { diagonalise, tridiagonalise } from "./tridiagonal";

/** Eigenvalues [n] ascending; `vectors` [n, n] row-major with eigenvector j in column j. */
export interface SymmetricEigen {
  values: Float64Array;
  vectors: Float64Array;
}

/** Eigenvalues and orthonormal eigenvectors of a symmetric [n, n] matrix, row-major. Throws when a value is not finite. */
export function symmetricEigen(matrix: MatrixValues, n: number): SymmetricEigen {
  requireFinite(matrix, n);
  const decomposition = new EigenvalueDecomposition(Matrix.from1DArray(n, n, matrix), { assumeSymmetric: true });
  return {
    values: Float64Array.from(decomposition.realEigenvalues),
    vectors: Float64Array.from(decomposition.eigenvectorMatrix.to1DArray()),
  };
}

/**
 * Eigenvalues [n] ascending of a symmetric [n, n] matrix (row-major, lower triangle read), in float64: Householder
 * tridiagonalisation and QL without vectors. Throws when a value is not finite.
 */
export function symmetricEigenvalues(matrix: MatrixValues, n: number): Float64Array {
  requireFinite(matrix, n);
  const tridiagonal = tridiagonalise(Float64Array.from(matrix), n);
  diagonalise(tridiagonal);
  return tridiagonal.diagonal.sort();
}

function requireFinite(matrix: MatrixValues, n: number): void {
  if (matrix.length !== n * n) {
    throw new RangeError(`A ${n}×${n} matrix has ${n * n} values, got ${matrix.length}. Pass one row after another.`);
  }
  const bad = matrix.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new RangeError(
      `Entry (${Math.floor(bad / n)}, ${bad % n}) of a ${n}×${n} matrix is ${matrix[bad]}; its eigenvalues do not exist.`,
    );
  }
}
