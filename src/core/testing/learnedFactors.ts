import { randomValues } from "./matrices";

/**
 * For tests: a layer whose A, B and S look like APO-P's after training: a few directions far from the identity, S over
 * a decade. The eigenvalues of its P lie mostly near 0.01, with tails of some decades on both sides.
 */
export function learnedFactors(out: number, inputs: number, seed: number) {
  const near = (n: number, salt: number) => {
    const left = randomValues(n, seed + salt);
    const right = randomValues(n, seed + salt + 1);
    const noise = randomValues(n * n, seed + salt + 2);
    return Float32Array.from(noise, (x, k) => {
      const i = Math.floor(k / n);
      const j = k % n;
      const rankOne = (4 * (left[i] as number) * (right[j] as number)) / n;
      return (i === j ? 1 : 0) + rankOne + x / Math.sqrt(n);
    });
  };
  return {
    name: "dense1",
    shape: [out, inputs] as [number, number],
    A: near(inputs, 10),
    B: near(out, 20),
    S: Float32Array.from(randomValues(out * inputs, seed + 30), (x) => 0.1 * Math.exp(0.6 * x)),
  };
}
