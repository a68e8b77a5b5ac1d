import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** For tests: `count` seeded numbers, uniform in [−1, 1). */
export function randomValues(count: number, seed: number): Float64Array {
  const generator = xoroshiro128plus(seed);
  return new Float64Array(count).map(() => 2 * uniformFloat64(generator) - 1);
}

/** For tests: the seeded positive semi-definite XXᵀ/samples, [n, n], of rank min(n, samples). */
export function randomPsd(n: number, samples: number, seed: number): Float64Array {
  const X = randomValues(n * samples, seed);
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < samples; k++) sum += (X[i * samples + k] as number) * (X[j * samples + k] as number);
      matrix[i * n + j] = sum / samples;
    }
  }
  return matrix;
}
