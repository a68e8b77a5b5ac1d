import { Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { randomPsd, randomValues } from "../testing/matrices";
import { gram, scaledKronecker } from "./kronecker";

describe("gram", () => {
  it.each([1, 3, 4, 9])("is XᵀX for n = %i", (n) => {
    const X = Matrix.from1DArray(n, n, randomValues(n * n, 1));
    const expected = X.transpose().mmul(X).to1DArray();
    gram(Float64Array.from(X.to1DArray()), n).forEach((value, k) => {
      expect(value).toBeCloseTo(expected[k] as number, 12);
    });
  });
});

describe("scaledKronecker", () => {
  it.each([
    [1, 2],
    [4, 4],
    [5, 7],
    [9, 3],
  ])("is diag(s)(L ⊗ R)diag(s) formed explicitly, %i by %i, on a second vector too", (rows, columns) => {
    const L = randomPsd(rows, 12, 1);
    const R = randomPsd(columns, 12, 2);
    const s = randomValues(rows * columns, 3);
    const map = scaledKronecker(L, R, s, rows, columns);
    const scale = Matrix.diag([...s]);
    const kronecker = Matrix.from1DArray(rows, rows, L).kroneckerProduct(Matrix.from1DArray(columns, columns, R));
    const explicit = scale.mmul(kronecker).mmul(scale);
    for (const seed of [4, 5]) {
      const vector = randomValues(rows * columns, seed);
      const out = new Float64Array(rows * columns);
      map(vector, out);
      const expected = explicit.mmul(Matrix.columnVector([...vector])).to1DArray();
      out.forEach((value, k) => {
        expect(value).toBeCloseTo(expected[k] as number, 12);
      });
    }
  });
});
