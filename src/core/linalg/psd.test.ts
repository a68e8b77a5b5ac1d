import { inverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { fusedPsdInverse } from "../kernels/psdInverse";
import { randomPsd } from "../testing/matrices";
import { NotPositiveDefiniteError, plainPsdInverse, psdInverse, psdSolver } from "./psd";

describe("psdInverse", () => {
  it.each([1, 2, 3, 4, 5, 16, 77])("agrees with ml-matrix's LU inverse for n = %i", (n) => {
    const matrix = randomPsd(n, n + 3, 11);
    const expected = inverse(Matrix.from1DArray(n, n, matrix).add(Matrix.eye(n, n).mul(0.1))).to1DArray();
    const actual = psdInverse(matrix, n, 0.1);
    for (let i = 0; i < n * n; i++) expect(actual[i]).toBeCloseTo(expected[i] as number, 10);
  });

  it("runs fused to the bits of the plain form, whatever sizes came before, and fails at the same pivot", () => {
    expect(fusedPsdInverse()).not.toBeNull();
    for (const n of [65, 1, 2, 3, 4, 5, 6, 7, 8, 33, 121]) {
      const matrix = randomPsd(n, n + 3, 5);
      expect(psdInverse(matrix, n, 0.01)).toEqual(plainPsdInverse(matrix, n, 0.01));
      // −2 on one diagonal entry
      const indefinite = matrix.slice();
      const at = Math.floor(n / 2);
      indefinite[at * n + at] = -2;
      const failures = [psdInverse, plainPsdInverse].map((invert) => {
        try {
          return invert(indefinite, n, 0.01);
        } catch (error) {
          return error as Error;
        }
      });
      expect(failures[0]).toBeInstanceOf(NotPositiveDefiniteError);
      expect(failures[0]).toEqual(failures[1]);
    }
  });

  it.each([1, 4, 5, 30])("solves as its inverse does for n = %i", (n) => {
    const matrix = randomPsd(n, n + 3, 7);
    const b = Float64Array.from({ length: n }, (_, i) => Math.sin(i + 1));
    const inverted = psdInverse(matrix, n, 0.2);
    const solved = psdSolver(matrix, n, 0.2)(b);
    for (let i = 0; i < n; i++)
      expect(solved[i]).toBeCloseTo(
        b.reduce((sum, value, k) => sum + value * (inverted[i * n + k] as number), 0),
        11,
      );
  });

  it("inverts a 2×2 matrix with a shift: [[3, 1], [1, 1]] + I = [[4, 1], [1, 2]], determinant 7", () => {
    const inverted = psdInverse(Float32Array.of(3, 1, 1, 1), 2, 1);
    [2 / 7, -1 / 7, -1 / 7, 4 / 7].forEach((value, i) => {
      expect(inverted[i]).toBeCloseTo(value, 14);
    });
  });

  it("is exactly symmetric and times the matrix gives I to 1e-9 at the largest LeNet factor, a singular float32 one", () => {
    const n = 401;
    const matrix = Float32Array.from(randomPsd(n, 200, 5));
    const shift = 1e-3;
    const inverted = psdInverse(matrix, n, shift);
    const mirrored = inverted.map((_, k) => inverted[(k % n) * n + Math.floor(k / n)] as number);
    expect(inverted.every((value, k) => value === mirrored[k])).toBe(true);
    for (let i = 0; i < n; i += 40) {
      for (let j = 0; j < n; j += 40) {
        let sum = shift * (inverted[i * n + j] as number);
        for (let k = 0; k < n; k++) sum += (matrix[i * n + k] as number) * (inverted[k * n + j] as number);
        expect(Math.abs(sum - (i === j ? 1 : 0))).toBeLessThan(1e-9);
      }
    }
  });

  it("names the first pivot that is not positive", () => {
    // diag(1, 2, −3): the third pivot is −3.
    const indefinite = Float64Array.of(1, 0, 0, 0, 2, 0, 0, 0, -3);
    expect(() => psdInverse(indefinite, 3, 0)).toThrow(NotPositiveDefiniteError);
    expect(() => psdInverse(indefinite, 3, 0)).toThrow(/pivot 2 is -3.*larger shift/);
    expect(() => psdInverse(indefinite, 3, 4)).not.toThrow();
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])(
    "refuses a matrix that holds %s anywhere in its lower triangle",
    (bad) => {
      for (const index of [0, 5, 20, 24]) {
        const matrix = randomPsd(5, 8, 3);
        matrix[index] = bad;
        expect(() => psdInverse(matrix, 5, 1)).toThrow(/not finite/);
      }
    },
  );

  it("refuses an inverse that overflows", () => {
    expect(() => psdInverse(Float64Array.of(1e-320), 1, 0)).toThrow(NotPositiveDefiniteError);
  });

  it("says how many values it needs", () => {
    expect(() => psdInverse(new Float64Array(5), 2, 1)).toThrow("A 2×2 matrix has 4 values, got 5.");
  });
});
