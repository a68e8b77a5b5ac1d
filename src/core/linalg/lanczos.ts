import type { Tridiagonal } from "./tridiagonal";

/** Writes M·vector to `out`, for a symmetric M; both [n]. */
export type LinearMap = (vector: Float64Array, out: Float64Array) => void;

/** A new direction shorter than this, relative to what it came from, is rounding error: the space is exhausted. */
const EXHAUSTED = 1e-12;

/**
 * Lanczos with full reorthogonalisation in float64: the tridiagonal QᵀMQ of a symmetric M on the Krylov space of `start`,
 * of at most `steps` rows, fewer when the space is exhausted (Golub and Van Loan 10.1).
 */
export function lanczos(apply: LinearMap, start: Float64Array, steps: number): Tridiagonal {
  const diagonal: number[] = [];
  const offDiagonal: number[] = [];
  const basis: Float64Array[] = [];
  let candidate = Float64Array.from(start);
  for (let step = 0; step < steps; step++) {
    const { length } = orthonormalise(candidate, basis);
    if (length === 0) break;
    if (step > 0) offDiagonal.push(length);
    basis.push(candidate);
    const image = new Float64Array(start.length);
    apply(candidate, image);
    diagonal.push(dot(candidate, image));
    candidate = image;
  }
  return { diagonal: Float64Array.from(diagonal), offDiagonal: Float64Array.from([...offDiagonal, 0]) };
}

/** Row-major [size, size]. */
export interface ProjectedMatrix {
  values: Float64Array;
  size: number;
}

/**
 * QᵀMQ of a symmetric M on the extended Krylov space of `start`, spanned by M and M⁻¹ up to the power `rounds` each
 * (Druskin and Knizhnerman 1998): resolves both ends of a spectrum over many decades. The first basis vector is
 * start/‖start‖; `size` is at most 2·rounds + 1. Takes rounds + 1 products with M and `rounds` with M⁻¹.
 */
export function extendedLanczos(
  apply: LinearMap,
  applyInverse: LinearMap,
  start: Float64Array,
  rounds: number,
): ProjectedMatrix {
  const basis: Float64Array[] = [];
  const images: Float64Array[] = [];
  const extendUpward = (candidate: Float64Array): Float64Array | null => {
    if (orthonormalise(candidate, basis).length === 0) return null;
    const image = new Float64Array(candidate.length);
    apply(candidate, image);
    basis.push(candidate);
    images.push(image);
    return image;
  };
  const extendDownward = (direction: Float64Array): Float64Array | null => {
    const candidate = new Float64Array(direction.length);
    applyInverse(direction, candidate);
    const { length, coefficients } = orthonormalise(candidate, basis);
    if (length === 0) return null;
    // M of the candidate before was `direction`, so that the image of what is left of it needs no product.
    const image = Float64Array.from(direction);
    coefficients.forEach((coefficient, i) => {
      addScaled(image, -coefficient, images[i] as Float64Array);
    });
    scale(image, 1 / length);
    basis.push(candidate);
    images.push(image);
    return candidate;
  };
  let upward = extendUpward(Float64Array.from(start));
  let downward = basis[0] ?? null;
  for (let round = 0; round < rounds; round++) {
    if (upward) upward = extendUpward(Float64Array.from(upward));
    if (downward) downward = extendDownward(downward);
  }
  const size = basis.length;
  const values = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      values[i * size + j] = values[j * size + i] = dot(basis[i] as Float64Array, images[j] as Float64Array);
    }
  }
  return { values, size };
}

/**
 * Makes `vector` orthogonal to `basis` by two Gram–Schmidt passes ("twice is enough", Parlett 1980) and of length 1, in
 * place. Returns what was taken off along each basis vector and the length of the rest, 0 when nothing is left.
 */
function orthonormalise(vector: Float64Array, basis: readonly Float64Array[]) {
  const coefficients = new Float64Array(basis.length);
  const before = Math.sqrt(dot(vector, vector));
  for (let pass = 0; pass < 2; pass++) {
    basis.forEach((direction, i) => {
      const along = dot(vector, direction);
      coefficients[i] = (coefficients[i] as number) + along;
      addScaled(vector, -along, direction);
    });
  }
  const length = Math.sqrt(dot(vector, vector));
  if (length <= EXHAUSTED * before) return { length: 0, coefficients };
  scale(vector, 1 / length);
  return { length, coefficients };
}

/** Four sums side by side: one would wait for each addition. */
function dot(a: Float64Array, b: Float64Array): number {
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    sum0 += (a[i] as number) * (b[i] as number);
    sum1 += (a[i + 1] as number) * (b[i + 1] as number);
    sum2 += (a[i + 2] as number) * (b[i + 2] as number);
    sum3 += (a[i + 3] as number) * (b[i + 3] as number);
  }
  for (; i < a.length; i++) sum0 += (a[i] as number) * (b[i] as number);
  return sum0 + sum1 + (sum2 + sum3);
}

function addScaled(target: Float64Array, factor: number, source: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) + factor * (source[i] as number);
}

function scale(target: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) * factor;
}
