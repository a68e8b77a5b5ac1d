import { EigenvalueDecomposition, Matrix, solve } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { randomPsd, randomValues } from "../testing/matrices";
import { relativeError } from "../testing/numeric";
import { conjugateGradient, type MatrixVectorProduct, pseudoInverseSolve } from "./conjugateGradient";

const N = 12;
const LIMITS = { iterations: 100, tolerance: 1e-10 };
const matrixOf = (values: Float64Array, shift = 0) =>
  Matrix.from1DArray(N, N, Array.from(values)).add(Matrix.eye(N, N, shift));
const productOf =
  (A: Matrix): MatrixVectorProduct =>
  async (v) =>
    Float64Array.from(A.mmul(Matrix.columnVector(Array.from(v))).to1DArray());
/** The product as the device gives it. */
const rounded =
  (A: Matrix): MatrixVectorProduct =>
  async (v) =>
    (await productOf(A)(Float64Array.from(Float32Array.from(v)))).map(Math.fround);
const b = randomValues(N, 3);

/** A⁺b from the eigenvalues above 1e-9. */
function pseudoInverseTimes(A: Matrix, v: Float64Array): number[] {
  const { realEigenvalues, eigenvectorMatrix: Q } = new EigenvalueDecomposition(A, { assumeSymmetric: true });
  const inverse = Matrix.diag(realEigenvalues.map((value) => (value > 1e-9 ? 1 / value : 0)));
  return Q.mmul(inverse)
    .mmul(Q.transpose())
    .mmul(Matrix.columnVector(Array.from(v)))
    .to1DArray();
}

describe("conjugateGradient", () => {
  it("solves a definite system in as many products as it has dimensions, to rounding", async () => {
    const A = matrixOf(randomPsd(N, 40, 1), 0.1);
    const { x, products, stopped } = await conjugateGradient(productOf(A), b, LIMITS);
    expect(relativeError(x, solve(A, Matrix.columnVector(Array.from(b))).to1DArray())).toBeLessThan(1e-9);
    expect(products).toBeLessThanOrEqual(N + 2);
    expect(stopped).toBe("tolerance");
  });

  it("says what is left: the residual is b − A x", async () => {
    const A = matrixOf(randomPsd(N, 40, 1), 0.1);
    const { x, residual, products, stopped } = await conjugateGradient(productOf(A), b, { ...LIMITS, iterations: 4 });
    const image = await productOf(A)(x);
    const left = b.map((value, i) => value - (image[i] as number));
    expect(relativeError(residual, left)).toBeLessThan(1e-9);
    expect([products, stopped]).toEqual([4, "iterations"]);
  });

  it("stops at a flat direction instead of dividing by 0", async () => {
    const { x, products, stopped } = await conjugateGradient(async (v) => v.map(() => 0), b, LIMITS);
    expect(Array.from(x)).toEqual(Array.from(b, () => 0));
    expect([products, stopped]).toEqual([1, "flat"]);
  });

  it("returns 0 for a gradient of 0, without a product", async () => {
    const { x, products } = await conjugateGradient(productOf(Matrix.eye(N)), new Float64Array(N), LIMITS);
    expect([...x, products]).toEqual(Array.from({ length: N + 1 }, () => 0));
  });

  it.each([
    ["the right-hand side", "The gradient is not finite.", Number.NaN, 1],
    ["a product", "Curvature product 1 is not finite.", 1, Number.POSITIVE_INFINITY],
  ])("names %s that is not finite", async (_, message, entry, factor) => {
    const wrong = b.map(() => entry);
    await expect(conjugateGradient(async (v) => v.map((x) => x * factor), wrong, LIMITS)).rejects.toThrow(message);
  });
});

describe("pseudoInverseSolve", () => {
  it.each([
    ["in the range of A", true],
    ["partly outside the range of A", false],
  ])("gives A⁺b for b %s", async (_, inRange) => {
    const A = matrixOf(randomPsd(N, 5, 2)); // rank 5
    const right = inRange ? await productOf(A)(b) : b;
    const { x } = await pseudoInverseSolve(productOf(A), right, LIMITS);
    expect(relativeError(x, pseudoInverseTimes(A, right))).toBeLessThan(1e-6);
  });

  it("gives A⁺b with products rounded to float32", async () => {
    const A = matrixOf(randomPsd(N, 5, 2));
    const { x } = await pseudoInverseSolve(rounded(A), b, { ...LIMITS, tolerance: 1e-6 });
    expect(relativeError(x, pseudoInverseTimes(A, b))).toBeLessThan(1e-4);
  });

  it("leaves out what it has not resolved when its products are spent: x is orthogonal to the residual", async () => {
    const A = matrixOf(randomPsd(N, 5, 2));
    const { x, residual, products, stopped } = await pseudoInverseSolve(productOf(A), b, { ...LIMITS, iterations: 3 });
    expect([products, stopped]).toEqual([3, "iterations"]);
    const inner = x.reduce((sum, value, i) => sum + value * (residual[i] as number), 0);
    expect(Math.abs(inner)).toBeLessThan(1e-9 * Math.hypot(...x) * Math.hypot(...residual));
    expect(Math.hypot(...x)).toBeLessThan(Math.hypot(...pseudoInverseTimes(A, b)));
  });

  it("solves a definite system too", async () => {
    const A = matrixOf(randomPsd(N, 40, 1), 0.1);
    const { x } = await pseudoInverseSolve(productOf(A), b, LIMITS);
    expect(relativeError(x, pseudoInverseTimes(A, b))).toBeLessThan(1e-8);
  });
});
