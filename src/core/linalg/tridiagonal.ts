/** A symmetric tridiagonal matrix: `diagonal` [n]; `offDiagonal` [n], entry i between rows i and i + 1, the last unused. */
export interface Tridiagonal {
  diagonal: Float64Array;
  offDiagonal: Float64Array;
}

/**
 * Householder reduction of a symmetric [n, n] matrix (row-major, lower triangle read, overwritten) to a tridiagonal one
 * of the same eigenvalues (Golub and Van Loan 8.3.1). Each step's rank-2 update and the next matrix-vector product share
 * one pass over the matrix. What a row has left beside its off-diagonal entry counts as 0 below 1e-20 of the largest entry:
 * reflecting rounding residue would underflow, as in a second moment of images whose borders are 0. Vectors are not kept.
 */
export function tridiagonalise(matrix: Float64Array, n: number): Tridiagonal {
  const diagonal = new Float64Array(n);
  const offDiagonal = new Float64Array(n);
  // The update A − uqᵀ − quᵀ that is still to be done, and the next Householder vector.
  let u = new Float64Array(n);
  const q = new Float64Array(n);
  let next = new Float64Array(n);
  const product = new Float64Array(n);
  let largest = 0;
  for (const entry of matrix) largest = Math.max(largest, Math.abs(entry));
  const negligible = (1e-20 * largest) ** 2;
  for (let i = n - 1; i >= 1; i--) {
    const row = i * n;
    const ui = u[i] as number;
    const qi = q[i] as number;
    let tail = 0;
    for (let k = 0; k <= i; k++) {
      const x = (matrix[row + k] as number) - ui * (q[k] as number) - qi * (u[k] as number);
      next[k] = x;
      if (k < i - 1) tail += x * x;
    }
    if (tail <= negligible) tail = 0;
    diagonal[i] = next[i] as number;
    const alpha = next[i - 1] as number;
    const norm = tail === 0 ? Math.abs(alpha) : Math.sqrt(tail + alpha * alpha);
    offDiagonal[i - 1] = tail === 0 ? alpha : alpha > 0 ? -norm : norm;
    if (tail === 0) next.fill(0, 0, i);
    else next[i - 1] = alpha - (offDiagonal[i - 1] as number);
    updateAndMultiply(matrix, n, i, u, q, next, product);
    // H = 1 − uuᵀ/h with h = ½uᵀu; HAH = A − uqᵀ − quᵀ with q = Au/h − (uᵀAu/2h²) u.
    const h = tail === 0 ? 1 : norm * (norm + Math.abs(alpha));
    let overlap = 0;
    for (let k = 0; k < i; k++) overlap += (next[k] as number) * (product[k] as number);
    const along = overlap / (2 * h * h);
    for (let k = 0; k < i; k++) q[k] = (product[k] as number) / h - along * (next[k] as number);
    [u, next] = [next, u];
  }
  if (n > 0) diagonal[0] = (matrix[0] as number) - 2 * (u[0] as number) * (q[0] as number);
  return { diagonal, offDiagonal };
}

/** A ← A − uqᵀ − quᵀ and product ← A v for the leading `size` rows, in one pass over the lower triangle, two rows at once. */
function updateAndMultiply(
  A: Float64Array,
  stride: number,
  size: number,
  u: Float64Array,
  q: Float64Array,
  v: Float64Array,
  product: Float64Array,
): void {
  product.fill(0, 0, size);
  let j = 0;
  for (; j + 1 < size; j += 2) {
    const row0 = j * stride;
    const row1 = row0 + stride;
    const u0 = u[j] as number;
    const u1 = u[j + 1] as number;
    const q0 = q[j] as number;
    const q1 = q[j + 1] as number;
    const v0 = v[j] as number;
    const v1 = v[j + 1] as number;
    let sum0 = 0;
    let sum1 = 0;
    for (let k = 0; k < j; k++) {
      const uk = u[k] as number;
      const qk = q[k] as number;
      const vk = v[k] as number;
      const a0 = (A[row0 + k] as number) - u0 * qk - q0 * uk;
      const a1 = (A[row1 + k] as number) - u1 * qk - q1 * uk;
      A[row0 + k] = a0;
      A[row1 + k] = a1;
      sum0 += a0 * vk;
      sum1 += a1 * vk;
      product[k] = (product[k] as number) + a0 * v0 + a1 * v1;
    }
    const d0 = (A[row0 + j] as number) - 2 * u0 * q0;
    const e = (A[row1 + j] as number) - u1 * q0 - q1 * u0;
    const d1 = (A[row1 + j + 1] as number) - 2 * u1 * q1;
    A[row0 + j] = d0;
    A[row1 + j] = e;
    A[row1 + j + 1] = d1;
    product[j] = sum0 + d0 * v0 + e * v1;
    product[j + 1] = sum1 + e * v0 + d1 * v1;
  }
  if (j < size) {
    const row = j * stride;
    let sum = 0;
    for (let k = 0; k < j; k++) {
      const a = (A[row + k] as number) - (u[j] as number) * (q[k] as number) - (q[j] as number) * (u[k] as number);
      A[row + k] = a;
      sum += a * (v[k] as number);
      product[k] = (product[k] as number) + a * (v[j] as number);
    }
    const d = (A[row + j] as number) - 2 * (u[j] as number) * (q[j] as number);
    A[row + j] = d;
    product[j] = sum + d * (v[j] as number);
  }
}

const MAX_SWEEPS_PER_EIGENVALUE = 60;

/**
 * Implicit QL (EISPACK tql2): `diagonal` becomes the eigenvalues, not sorted; `offDiagonal` is destroyed. Each of `rows`
 * [n] is multiplied by the eigenvector matrix, so that the first unit vector becomes the eigenvectors' first components.
 * Throws when a value is not finite.
 */
export function diagonalise({ diagonal: d, offDiagonal: e }: Tridiagonal, rows: readonly Float64Array[] = []): void {
  const n = d.length;
  for (let i = 0; i < n; i++) {
    if (!Number.isFinite(d[i]) || (i < n - 1 && !Number.isFinite(e[i]))) {
      throw new RangeError(`Row ${i} of the tridiagonal matrix is not finite; its eigenvalues do not exist.`);
    }
  }
  for (let l = 0; l < n; l++) {
    for (let sweep = 0; ; sweep++) {
      let m = l;
      while (m < n - 1) {
        const scale = Math.abs(d[m] as number) + Math.abs(d[m + 1] as number);
        if (Math.abs(e[m] as number) <= Number.EPSILON * scale) break;
        m++;
      }
      if (m === l) break;
      if (sweep === MAX_SWEEPS_PER_EIGENVALUE) {
        throw new Error(
          `Eigenvalue ${l} of ${n} did not converge in ${sweep} QL sweeps. Scale the matrix closer to 1.`,
        );
      }
      qlSweep(d, e, l, m, rows);
    }
  }
}

/** One implicit QL sweep with Wilkinson's shift on the unreduced block l…m. */
function qlSweep(d: Float64Array, e: Float64Array, l: number, m: number, rows: readonly Float64Array[]): void {
  let g = ((d[l + 1] as number) - (d[l] as number)) / (2 * (e[l] as number));
  let r = Math.sqrt(g * g + 1);
  g = (d[m] as number) - (d[l] as number) + (e[l] as number) / (g + (g < 0 ? -r : r));
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = m - 1; i >= l; i--) {
    const f = s * (e[i] as number);
    const b = c * (e[i] as number);
    r = Math.sqrt(f * f + g * g);
    if (i + 1 < m) e[i + 1] = r;
    if (r === 0) {
      d[i + 1] = (d[i + 1] as number) - p;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = (d[i + 1] as number) - p;
    r = ((d[i] as number) - g) * s + 2 * c * b;
    p = s * r;
    d[i + 1] = g + p;
    g = c * r - b;
    for (const row of rows) {
      const right = row[i + 1] as number;
      const left = row[i] as number;
      row[i + 1] = s * left + c * right;
      row[i] = c * left - s * right;
    }
  }
  d[l] = (d[l] as number) - p;
  e[l] = g;
  e[m] = 0;
}
