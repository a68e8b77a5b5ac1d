import { describe, expect, it } from "vitest";
import { rounded } from "../kernels/rounding/round16";
import { psdInverse } from "../linalg/psd";
import { symmetricEigenvalues } from "../linalg/symmetricEigen";
import { stream } from "../random";
import { roundingNoise, withJitter } from "./roundingJitter";

/** XᵀX of m random rows: rank m below n, so that n − m eigenvalues are 0. */
function gram(n: number, m: number, scale: number): Float32Array {
  const random = stream(1, "gram", n);
  const X = Array.from({ length: m }, () => Array.from({ length: n }, () => scale * (2 * random.uniform() - 1)));
  const F = new Float32Array(n * n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) F[i * n + k] = X.reduce((sum, row) => sum + (row[i] as number) * (row[k] as number), 0);
  return F;
}

describe("the jitter of a factor in 16 bits", () => {
  it.each([
    ["bf16", 65, 20, 1],
    ["bf16", 129, 3, 1e-3],
    ["fp16", 65, 20, 1],
    ["fp16", 65, 4, 1e-3],
    ["fp16", 17, 2, 2e-3],
  ] as const)(
    "makes a rounded semi-definite factor positive definite, and leaves float32 as it is: %s of %i",
    (format, n, m, scale) => {
      const exact = gram(n, m, scale);
      const F = rounded(exact, format);
      expect(Math.min(...symmetricEigenvalues(F, n))).toBeLessThan(0);
      const sum = withJitter(F, n, format);
      expect(() => psdInverse(sum, n, 0)).not.toThrow();
      // the same number on the whole diagonal, a power of 2 times the noise of rounding, and nothing beside it
      const jitter = (sum[0] as number) - (F[0] as number);
      const doublings = Math.log2(jitter / roundingNoise(F, n, format));
      expect(Math.abs(doublings - Math.round(doublings))).toBeLessThan(0.05);
      expect(Math.round(doublings)).toBeLessThanOrEqual(2);
      for (let i = 0; i < n * n; i++) if (i % (n + 1) !== 0) expect(sum[i]).toBe(F[i]);
      expect(withJitter(exact, n, "fp32")).toBe(exact);
      expect(roundingNoise(exact, n, "fp32")).toBe(0);
    },
  );

  it("is √n·u of the mean of the diagonal: 8·2⁻⁹·1 of the 64 rows of an identity in bf16", () => {
    const n = 64;
    const identity = Float32Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
    expect(roundingNoise(identity, n, "bf16")).toBe(8 / 512);
    expect(roundingNoise(identity, n, "fp16")).toBe(8 / 2048);
    expect(roundingNoise(new Float32Array(n * n), n, "fp16")).toBe(8 * 2 ** -25);
  });

  it("says so where a factor is not finite", () => {
    expect(() => withJitter(Float32Array.of(Number.NaN, 0, 0, 1), 2, "bf16")).toThrow(/not finite/);
  });
});
