/*
 * A second implementation of the methods, in float64 and plain loops, from TRACE.md and APO.md alone: examples one at a
 * time, images channel first, patches written out. It shares nothing with src/core/nn, optimizers or apo.
 */

/** A matrix as a list of its rows. */
export type Rows = number[][];

export const filled = (rows: number, columns: number, value = 0): Rows =>
  Array.from({ length: rows }, () => new Array<number>(columns).fill(value));

export const identity = (n: number): Rows => filled(n, n).map((row, i) => row.map((_, j) => (i === j ? 1 : 0)));

export const transposed = (a: Rows): Rows => (a[0] as number[]).map((_, j) => a.map((row) => row[j] as number));

export const times = (a: Rows, b: Rows): Rows => {
  const columns = transposed(b);
  return a.map((row) => columns.map((column) => inner(row, column)));
};

const inner = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);

/** f of the entries of a and b at the same place. */
export const combined = (a: Rows, b: Rows, f: (x: number, y: number) => number): Rows =>
  a.map((row, i) => row.map((x, j) => f(x, b[i]?.[j] as number)));

/** The same for lists of matrices: one for each layer. */
export const combinedAll = (a: readonly Rows[], b: readonly Rows[], f: (x: number, y: number) => number): Rows[] =>
  a.map((matrix, l) => combined(matrix, b[l] as Rows, f));

export const mapped = (a: Rows, f: (x: number) => number): Rows => a.map((row) => row.map(f));

/** ⟨a, b⟩ over all layers. */
export const innerAll = (a: readonly Rows[], b: readonly Rows[]): number => inner(a.flat(2), b.flat(2));
