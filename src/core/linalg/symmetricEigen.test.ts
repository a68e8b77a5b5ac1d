import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { randomPsd, randomValues } from "../testing/matrices";
import { symmetricEigen, symmetricEigenvalues } from "./symmetricEigen";

describe("symmetricEigenvalues", () => {
  it.each([1, 2, 3, 4, 5, 6, 31, 90])(
    "agrees with ml-matrix to 1e-12 of the largest for an indefinite matrix, n = %i",
    (n) => {
      const values = randomValues(n * n, n);
      const symmetric = values.map((value, k) => value + (values[(k % n) * n + Math.floor(k / n)] as number));
      const oracle = new EigenvalueDecomposition(Matrix.from1DArray(n, n, symmetric), { assumeSymmetric: true });
      const expected = oracle.realEigenvalues;
      const actual = symmetricEigenvalues(symmetric, n);
      const scale = Math.max(...expected.map(Math.abs));
      for (let i = 0; i < n; i++)
        expect(Math.abs((actual[i] as number) - (expected[i] as number))).toBeLessThan(1e-12 * scale);
    },
  );

  it("gives 2 − 2 cos(kπ/(n+1)) for the second-difference matrix", () => {
    const n = 60;
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      matrix[i * n + i] = 2;
      if (i > 0) matrix[i * n + i - 1] = matrix[(i - 1) * n + i] = -1;
    }
    const actual = symmetricEigenvalues(matrix, n);
    for (let k = 1; k <= n; k++) expect(actual[k - 1]).toBeCloseTo(2 - 2 * Math.cos((k * Math.PI) / (n + 1)), 13);
  });

  it("finds the 30 zeros of a factor of rank 30 in 60 dimensions, as a dead layer's is", () => {
    const actual = symmetricEigenvalues(randomPsd(60, 30, 4), 60);
    for (let i = 0; i < 30; i++) expect(Math.abs(actual[i] as number)).toBeLessThan(1e-15);
    expect(actual[30]).toBeGreaterThan(1e-4);
  });

  it("keeps trace and Frobenius norm at n = 401", () => {
    const n = 401;
    const matrix = randomPsd(n, 300, 2);
    const actual = symmetricEigenvalues(matrix, n);
    let trace = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) trace += matrix[i * n + i] as number;
    for (const value of matrix) squares += value * value;
    expect(actual.reduce((sum, value) => sum + value, 0) / trace).toBeCloseTo(1, 12);
    expect(actual.reduce((sum, value) => sum + value * value, 0) / squares).toBeCloseTo(1, 12);
  });

  it("is not thrown off by residue whose squares underflow, as beside the dark border of images", () => {
    const n = 5;
    const matrix = new Float64Array(n * n).fill(1e-110);
    for (let i = 0; i < n; i++) matrix[i * n + i] = i + 1;
    expect(Array.from(symmetricEigenvalues(matrix, n))).toEqual([1, 2, 3, 4, 5]);
  });

  it("is exact for a diagonal and a zero matrix", () => {
    expect([...symmetricEigenvalues(Float32Array.of(3, 0, 0, 0, 1, 0, 0, 0, 2), 3)]).toEqual([1, 2, 3]);
    expect([...symmetricEigenvalues(new Float64Array(16), 4)]).toEqual([0, 0, 0, 0]);
  });

  it("names the entry that is not finite", () => {
    const matrix = randomPsd(3, 3, 1);
    matrix[5] = Number.NaN;
    expect(() => symmetricEigenvalues(matrix, 3)).toThrow("Entry (1, 2) of a 3×3 matrix is NaN");
  });
});

describe("symmetricEigen", () => {
  const n = 90;
  const noise = randomValues(n * n, 3);
  it.each<[string, number, ArrayLike<number>]>([
    ["one number", 1, [3]],
    ["two numbers", 2, [1, 2, 2, -3]],
    ["zeros", 4, new Float64Array(16)],
    ["a diagonal", 3, [3, 0, 0, 0, 1, 0, 0, 0, 2]],
    ["an indefinite matrix", n, noise.map((value, k) => value + (noise[(k % n) * n + Math.floor(k / n)] as number))],
    ["the factor of a dead layer", 60, randomPsd(60, 30, 4)],
    ["the factor of a LeNet layer in float32", 401, Float32Array.from(randomPsd(401, 300, 2))],
  ])("comes to the last bit of ml-matrix on %s", (_, size, values) => {
    const matrix = Float64Array.from(values);
    const oracle = new EigenvalueDecomposition(Matrix.from1DArray(size, size, matrix), { assumeSymmetric: true });
    const actual = symmetricEigen(matrix, size);
    expect([...actual.values]).toEqual(oracle.realEigenvalues);
    expect(actual.vectors).toEqual(Float64Array.from(oracle.eigenvectorMatrix.to1DArray()));
  });

  it("returns vectors in columns with MV = V diag(values), ascending", () => {
    const n = 12;
    const matrix = randomPsd(n, 20, 8);
    const { values, vectors } = symmetricEigen(matrix, n);
    for (let j = 0; j < n; j++) {
      if (j > 0) expect(values[j]).toBeGreaterThanOrEqual(values[j - 1] as number);
      for (let i = 0; i < n; i++) {
        let product = 0;
        for (let k = 0; k < n; k++) product += (matrix[i * n + k] as number) * (vectors[k * n + j] as number);
        expect(product).toBeCloseTo((values[j] as number) * (vectors[i * n + j] as number), 12);
      }
    }
  });
});
