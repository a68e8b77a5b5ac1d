import type { Hyperparams } from "../../config/tables/hyperparams";
import { NotPositiveDefiniteError, psdInverse } from "../linalg/psd";
import { meanTrace } from "./factoredDamping";

type Precision = Hyperparams["precision"];

/** Half the distance of neighbouring numbers: relative to the number, and at least so much absolutely (fp16's subnormals). */
const ROUNDING = {
  fp32: { relative: 0, least: 0 },
  bf16: { relative: 2 ** -9, least: 0 },
  fp16: { relative: 2 ** -11, least: 2 ** -25 },
} as const satisfies Record<Precision, { relative: number; least: number }>;

/**
 * About how far rounding every entry of a semi-definite n×n matrix moves its eigenvalues: √n roundings of an entry as large as the
 * mean of its diagonal. 0 in fp32.
 */
export function roundingNoise(matrix: ArrayLike<number>, n: number, precision: Precision): number {
  if (precision === "fp32") return 0;
  const { relative, least } = ROUNDING[precision];
  return Math.sqrt(n) * Math.max(relative * meanTrace(matrix, n), least);
}

/**
 * F + j·I of a factor F [n, n] that is stored in 16 bits, which rounding leaves with eigenvalues below 0: j is `roundingNoise`, doubled
 * until the sum is positive definite. In fp32 F itself. Throws NotPositiveDefiniteError where F is not finite.
 */
export function withJitter(F: Float32Array, n: number, precision: Precision): Float32Array {
  if (precision === "fp32") return F;
  for (let jitter = roundingNoise(F, n, precision); ; jitter *= 2) {
    const sum = F.slice();
    for (let i = 0; i < n; i++) sum[i * n + i] = (F[i * n + i] as number) + jitter;
    if (isPositiveDefinite(sum, n)) return sum;
  }
}

function isPositiveDefinite(matrix: Float32Array, n: number): boolean {
  try {
    psdInverse(matrix, n, 0);
    return true;
  } catch (error) {
    if (error instanceof NotPositiveDefiniteError && matrix.every(Number.isFinite)) return false;
    throw error;
  }
}
