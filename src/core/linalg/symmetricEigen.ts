import type { MatrixValues } from "./psd";
import { eigenByRows } from "./symmetricQl";
import { diagonalise, tridiagonalise } from "./tridiagonal";

/** Eigenvalues [n] ascending; `vectors` [n, n] row-major with eigenvector j in column j. */
export interface SymmetricEigen {
  values: Float64Array;
  vectors: Float64Array;
}

/** Eigenvalues and orthonormal eigenvectors of a symmetric [n, n] matrix, row-major. Throws when a value is not finite. */
export function symmetricEigen(matrix: MatrixValues, n: number): SymmetricEigen {
  requireFinite(matrix, n);
  const { values, rows } = eigenByRows(matrix, n);
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) vectors[i * n + j] = rows[j * n + i] as number;
  return { values, vectors };
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
