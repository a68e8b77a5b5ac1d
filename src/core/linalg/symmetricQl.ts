import type { MatrixValues } from "./psd";

/*
 * Eigenvectors of a symmetric matrix by EISPACK's tred2 and tql2, in the form that JAMA gave them, operation by operation: ml-matrix, which
 * has them too, comes to the same bits. Here each vector lies in a row of its own of one array, and the inner loops run along rows:
 * half the time.
 */

/**
 * Eigenvalues [n] ascending of a symmetric [n, n] matrix, row-major, and its orthonormal eigenvectors [n, n], vector j in row j. The values
 * of the matrix are finite.
 */
export function eigenByRows(matrix: MatrixValues, n: number): { values: Float64Array; rows: Float64Array } {
  const rows = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) rows[j * n + i] = matrix[i * n + j] as number;
  const values = new Float64Array(n);
  const beside = new Float64Array(n);
  reduce(rows, n, values, beside);
  diagonaliseRows(rows, n, values, beside);
  sortRows(rows, n, values);
  return { values, rows };
}

/** Householder reduction to a tridiagonal matrix (d, and e beside it from e[1]); V becomes the transformation. */
function reduce(V: Float64Array, n: number, d: Float64Array, e: Float64Array): void {
  for (let j = 0; j < n; j++) d[j] = V[j * n + n - 1] as number;
  for (let i = n - 1; i > 0; i--) d[i] = reflect(V, n, i, d, e);
  for (let i = 0; i < n - 1; i++) accumulate(V, n, i, d);
  for (let j = 0; j < n; j++) {
    d[j] = V[j * n + n - 1] as number;
    V[j * n + n - 1] = 0;
  }
  V[n * n - 1] = 1;
  e[0] = 0;
}

/** One reflection, of what d holds before place i; returns half the squared length of its vector. */
function reflect(V: Float64Array, n: number, i: number, d: Float64Array, e: Float64Array): number {
  let scale = 0;
  for (let k = 0; k < i; k++) scale += Math.abs(d[k] as number);
  if (scale === 0) {
    e[i] = d[i - 1] as number;
    for (let j = 0; j < i; j++) {
      d[j] = V[j * n + i - 1] as number;
      V[j * n + i] = 0;
      V[i * n + j] = 0;
    }
    return 0;
  }
  let h = 0;
  for (let k = 0; k < i; k++) {
    const x = (d[k] as number) / scale;
    d[k] = x;
    h += x * x;
  }
  const last = d[i - 1] as number;
  const g = last > 0 ? -Math.sqrt(h) : Math.sqrt(h);
  e[i] = scale * g;
  h -= last * g;
  d[i - 1] = last - g;
  multiply(V, n, i, d, e);
  let along = 0;
  for (let j = 0; j < i; j++) {
    const x = (e[j] as number) / h;
    e[j] = x;
    along += x * (d[j] as number);
  }
  const share = along / (h + h);
  for (let j = 0; j < i; j++) e[j] = (e[j] as number) - share * (d[j] as number);
  for (let j = 0; j < i; j++) {
    const row = j * n;
    const [f, b] = [d[j] as number, e[j] as number];
    for (let k = j; k < i; k++) V[row + k] = (V[row + k] as number) - (f * (e[k] as number) + b * (d[k] as number));
    d[j] = V[row + i - 1] as number;
    V[row + i] = 0;
  }
  return h;
}

/** e ← A d of the leading i rows of A, of which one triangle is read; the vector is kept in row i. */
function multiply(V: Float64Array, n: number, i: number, d: Float64Array, e: Float64Array): void {
  e.fill(0, 0, i);
  for (let j = 0; j < i; j++) {
    const row = j * n;
    const f = d[j] as number;
    V[i * n + j] = f;
    let sum = (e[j] as number) + (V[row + j] as number) * f;
    for (let k = j + 1; k < i; k++) {
      const x = V[row + k] as number;
      sum += x * (d[k] as number);
      e[k] = (e[k] as number) + x * f;
    }
    e[j] = sum;
  }
}

/** Multiplies the reflection that is kept in row i + 1 onto the rows before it. */
function accumulate(V: Float64Array, n: number, i: number, d: Float64Array): void {
  const next = (i + 1) * n;
  V[i * n + n - 1] = V[i * n + i] as number;
  V[i * n + i] = 1;
  const h = d[i + 1] as number;
  if (h !== 0) {
    for (let k = 0; k <= i; k++) d[k] = (V[next + k] as number) / h;
    for (let j = 0; j <= i; j++) {
      const row = j * n;
      let sum = 0;
      for (let k = 0; k <= i; k++) sum += (V[next + k] as number) * (V[row + k] as number);
      for (let k = 0; k <= i; k++) V[row + k] = (V[row + k] as number) - sum * (d[k] as number);
    }
  }
  V.fill(0, next, next + i + 1);
}

/** Implicit QL on the tridiagonal matrix: d becomes the eigenvalues, V the eigenvectors; e is used up. */
function diagonaliseRows(V: Float64Array, n: number, d: Float64Array, e: Float64Array): void {
  e.copyWithin(0, 1);
  e[n - 1] = 0;
  let shift = 0;
  let scale = 0;
  for (let l = 0; l < n; l++) {
    scale = Math.max(scale, Math.abs(d[l] as number) + Math.abs(e[l] as number));
    const small = Number.EPSILON * scale;
    let m = l;
    while (m < n && Math.abs(e[m] as number) > small) m++;
    if (m > l) {
      do shift += sweep(V, n, d, e, l, m);
      while (Math.abs(e[l] as number) > small);
    }
    d[l] = (d[l] as number) + shift;
    e[l] = 0;
  }
}

/** One QL sweep on the block l…m; returns by how much what follows was shifted. */
function sweep(V: Float64Array, n: number, d: Float64Array, e: Float64Array, l: number, m: number): number {
  const first = d[l] as number;
  const beside = e[l] as number;
  let p = ((d[l + 1] as number) - first) / (2 * beside);
  const root = p < 0 ? -hypotenuse(p, 1) : hypotenuse(p, 1);
  const second = beside * (p + root);
  d[l] = beside / (p + root);
  d[l + 1] = second;
  const by = first - (d[l] as number);
  for (let i = l + 2; i < n; i++) d[i] = (d[i] as number) - by;
  p = d[m] as number;
  let [c, c2, c3, s, s2] = [1, 1, 1, 0, 0];
  const next = e[l + 1] as number;
  for (let i = m - 1; i >= l; i--) {
    [c3, c2, s2] = [c2, c, s];
    const own = e[i] as number;
    const g = c * own;
    const h = c * p;
    const r = hypotenuse(p, own);
    e[i + 1] = s * r;
    s = own / r;
    c = p / r;
    p = c * (d[i] as number) - s * g;
    d[i + 1] = h + s * (c * g + s * (d[i] as number));
    rotate(V, i * n, n, c, s);
  }
  p = (-s * s2 * c3 * next * (e[l] as number)) / second;
  e[l] = s * p;
  d[l] = c * p;
  return by;
}

/** Turns the row that begins at a place, and the one after it. */
function rotate(V: Float64Array, at: number, n: number, c: number, s: number): void {
  const after = at + n;
  for (let k = 0; k < n; k++) {
    const [upper, lower] = [V[at + k] as number, V[after + k] as number];
    V[after + k] = s * upper + c * lower;
    V[at + k] = c * upper - s * lower;
  }
}

function hypotenuse(a: number, b: number): number {
  if (Math.abs(a) > Math.abs(b)) {
    const r = b / a;
    return Math.abs(a) * Math.sqrt(1 + r * r);
  }
  if (b === 0) return 0;
  const r = a / b;
  return Math.abs(b) * Math.sqrt(1 + r * r);
}

/** Sorts the values, and the rows with them. */
function sortRows(V: Float64Array, n: number, d: Float64Array): void {
  for (let i = 0; i < n - 1; i++) {
    let least = i;
    for (let j = i + 1; j < n; j++) if ((d[j] as number) < (d[least] as number)) least = j;
    if (least === i) continue;
    [d[i], d[least]] = [d[least] as number, d[i] as number];
    const row = V.slice(i * n, (i + 1) * n);
    V.copyWithin(i * n, least * n, (least + 1) * n);
    V.set(row, least * n);
  }
}
