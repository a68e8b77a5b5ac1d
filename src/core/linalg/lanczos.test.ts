import { describe, expect, it } from "vitest";
import { randomPsd, randomValues } from "../testing/matrices";
import { extendedLanczos, type LinearMap, lanczos } from "./lanczos";
import { symmetricEigenvalues } from "./symmetricEigen";
import { diagonalise } from "./tridiagonal";

const times =
  (matrix: Float64Array, n: number): LinearMap =>
  (vector, out) => {
    for (let i = 0; i < n; i++) {
      out[i] = 0;
      for (let j = 0; j < n; j++) out[i] = (out[i] as number) + (matrix[i * n + j] as number) * (vector[j] as number);
    }
  };

const diagonalMap =
  (values: Float64Array): LinearMap =>
  (vector, out) => {
    for (let i = 0; i < values.length; i++) out[i] = (values[i] as number) * (vector[i] as number);
  };

describe("lanczos", () => {
  it("finds every eigenvalue after n steps", () => {
    const n = 20;
    const matrix = randomPsd(n, 30, 1);
    const tridiagonal = lanczos(times(matrix, n), randomValues(n, 2), n);
    diagonalise(tridiagonal);
    const found = tridiagonal.diagonal.sort();
    symmetricEigenvalues(matrix, n).forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 12);
    });
  });

  it("finds no ghost copies of an eigenvalue that converged early", () => {
    // One eigenvalue far out: without reorthogonalisation it comes back within 40 steps.
    const values = Float64Array.from({ length: 200 }, (_, i) => (i === 0 ? 1e4 : i / 200));
    const tridiagonal = lanczos(diagonalMap(values), randomValues(200, 3), 60);
    diagonalise(tridiagonal);
    expect(tridiagonal.diagonal).toHaveLength(60);
    expect([...tridiagonal.diagonal].filter((value) => value > 10)).toHaveLength(1);
  });

  it("stops when the space is exhausted: a matrix with three different eigenvalues gives three rows", () => {
    const values = Float64Array.from({ length: 50 }, (_, i) => [0.5, 2, 7][i % 3] as number);
    const tridiagonal = lanczos(diagonalMap(values), randomValues(50, 4), 10);
    diagonalise(tridiagonal);
    const found = [...tridiagonal.diagonal].sort((a, b) => a - b);
    expect(found).toHaveLength(3);
    [0.5, 2, 7].forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 12);
    });
  });
});

describe("extendedLanczos", () => {
  it("finds both ends of nine decades in eight rounds to 2%, where the next eigenvalue is 5% away", () => {
    const n = 400;
    const values = Float64Array.from({ length: n }, (_, i) => 10 ** (-9 + (9 * i) / (n - 1)));
    const inverse = diagonalMap(values.map((value) => 1 / value));
    const { values: projected, size } = extendedLanczos(diagonalMap(values), inverse, randomValues(n, 5), 8);
    expect(size).toBe(17);
    const ritz = symmetricEigenvalues(projected, size);
    expect(Math.abs((ritz[0] as number) / 1e-9 - 1)).toBeLessThan(0.02);
    expect(Math.abs((ritz[16] as number) - 1)).toBeLessThan(0.02);
  });

  it("finds every eigenvalue once the space is whole, the small ones to 1e-6 of their own size", () => {
    const n = 9;
    const values = Float64Array.from({ length: n }, (_, i) => 10 ** -i);
    const inverse = diagonalMap(values.map((value) => 1 / value));
    const { values: projected, size } = extendedLanczos(diagonalMap(values), inverse, randomValues(n, 8), 4);
    expect(size).toBe(n);
    symmetricEigenvalues(projected, n).forEach((value, i) => {
      expect(value / 10 ** (i - 8)).toBeCloseTo(1, 6);
    });
  });

  it("keeps the moments M⁻¹, I and M of its start vector, the span's first powers", () => {
    const n = 60;
    const values = Float64Array.from({ length: n }, (_, i) => 1 + i);
    const start = randomValues(n, 6);
    const { values: T, size } = extendedLanczos(
      diagonalMap(values),
      diagonalMap(values.map((value) => 1 / value)),
      start,
      2,
    );
    const norm = start.reduce((sum, x) => sum + x * x, 0);
    const mean = start.reduce((sum, x, i) => sum + x * x * (values[i] as number), 0) / norm;
    const meanSquare = start.reduce((sum, x, i) => sum + x * x * (values[i] as number) ** 2, 0) / norm;
    expect(T[0]).toBeCloseTo(mean, 11);
    let square = 0;
    for (let k = 0; k < size; k++) square += (T[k] as number) * (T[k * size] as number);
    expect(square / meanSquare).toBeCloseTo(1, 12);
  });

  it("needs one row for a multiple of the identity", () => {
    const twice = diagonalMap(new Float64Array(9).fill(2));
    const half = diagonalMap(new Float64Array(9).fill(0.5));
    const { values, size } = extendedLanczos(twice, half, randomValues(9, 7), 4);
    expect(size).toBe(1);
    expect(values[0]).toBeCloseTo(2, 14);
  });
});
