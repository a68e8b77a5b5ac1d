import type { PreconditionerState } from "../../config/formulas/preconditionerState";
import type { LayerSpectrum } from "../../config/tables/metrics";
import { gram, scaledKronecker } from "../linalg/kronecker";
import type { LinearMap } from "../linalg/lanczos";
import { NotPositiveDefiniteError, psdInverse } from "../linalg/psd";
import { symmetricEigenvalues } from "../linalg/symmetricEigen";
import { stream } from "../random";
import { exactSpectrum, perLayer, requireFinite } from "./layerSpectrum";
import { type Probe, pooled, type Quadrature, remainder, standardError, stochasticQuadrature } from "./quadrature";

type EigenbasisState = Extract<PreconditionerState, { kind: "eigenbasis" }>;
type EigenbasisLayer = EigenbasisState["layers"][number];

/** Up to this dimension the matrix is formed and its eigenvalues are exact. */
const DENSE_LIMIT = 512;

/** Krylov spaces reach M^10 and M^−10: extremes to four digits, the density within 2% of its log range on learned P, 5% on random. */
const ROUNDS = 10;
/** Multiplications spent on a layer, about 50 ms on a quiet core. */
const MULTIPLICATIONS = 1e8;
const MAX_PROBES = 8;
/** A layer too large for two probes still gets two, for their spread, in smaller spaces (extremes to three digits). */
const MIN_PROBES = 2;
const ROUNDS_OF_LARGE = 6;
/** Eigenvalues smaller than this share of the largest are rounding, and a log axis does not show them. */
const FLOOR = 1e-12;

/**
 * Eigenvalues of APO-P's P = NNᵀ, N = (A ⊗ B) diag(vec S). They are those of NᵀN = diag(vec S)(AᵀA ⊗ BᵀB)diag(vec S),
 * whose products cost two matrix products instead of four. "dense" (exact) up to 512, else "quadrature".
 */
export function eigenbasisSpectrum({ layers }: EigenbasisState): LayerSpectrum[] {
  return perLayer(layers, (layer) => {
    const [out, inputs] = layer.shape;
    if (layer.A.length === 0 && layer.B.length === 0) return squaredScales(layer);
    return out * inputs <= DENSE_LIMIT ? denseSpectrum(layer) : estimatedSpectrum(layer);
  });
}

/** AᵀA, BᵀB and S in float64; null for a factor that is the identity. Throws where one is not finite. */
function grams({ shape: [out, inputs], A, B, S }: EigenbasisLayer) {
  requireFinite("A", A);
  requireFinite("B", B);
  requireFinite("S", S);
  return {
    A: A.length > 0 ? gram(A, inputs) : null,
    B: B.length > 0 ? gram(B, out) : null,
    S: Float64Array.from(S),
  };
}

/** Of a P that is diag(vec S)²: a norm's, where neither A nor B is learned. */
function squaredScales(layer: EigenbasisLayer): LayerSpectrum {
  return exactSpectrum(
    layer,
    "exact",
    Float64Array.from(layer.S, (s) => s * s),
  );
}

/** An entry of a matrix [n, n], or of the identity. */
const entry = (matrix: Float64Array | null, n: number, i: number, j: number): number =>
  matrix ? (matrix[i * n + j] as number) : Number(i === j);

function denseSpectrum(layer: EigenbasisLayer): LayerSpectrum {
  const { A, B, S } = grams(layer);
  const [out, inputs] = layer.shape;
  const dimension = out * inputs;
  const matrix = new Float64Array(dimension * dimension);
  for (let row = 0; row < dimension; row++) {
    const o = Math.floor(row / inputs);
    const i = row % inputs;
    for (let column = 0; column <= row; column++) {
      const factor = entry(B, out, o, Math.floor(column / inputs));
      const value = factor * entry(A, inputs, i, column % inputs);
      matrix[row * dimension + column] = (S[row] as number) * value * (S[column] as number);
    }
  }
  const eigenvalues = symmetricEigenvalues(matrix, dimension);
  return exactSpectrum(
    layer,
    "dense",
    eigenvalues.map((value) => Math.max(0, value)),
  );
}

/** The spectrum from random probes whatever the layer's size, with its standard error. */
export function estimatedSpectrum(layer: EigenbasisLayer): LayerSpectrum {
  const { A, B, S } = grams(layer);
  const [out, inputs] = layer.shape;
  const dimension = out * inputs;
  const perValue = (B ? out : 0) + (A ? inputs : 0);
  const affordable = Math.round(MULTIPLICATIONS / ((2 * ROUNDS + 1) * dimension * perValue));
  const apply = scaledKronecker(B, A, S, out, inputs);
  const inverse = inverseMap(A, B, S, out, inputs);
  const probes = stochasticQuadrature({
    dimension,
    apply,
    applyInverse: inverse && undoes(apply, inverse, dimension) ? inverse : null,
    probes: Math.min(MAX_PROBES, Math.max(MIN_PROBES, affordable)),
    rounds: affordable < MIN_PROBES ? ROUNDS_OF_LARGE : ROUNDS,
    uniform: (probe) => stream(0, `spectrum/${layer.name}`, probe).uniform,
  });
  const { nodes, weights } = pooled(probes);
  const largest = nodes.at(-1) ?? 0;
  return {
    name: layer.name,
    method: "quadrature",
    dimension,
    eigenvalues: [...nodes].map((value) => Math.max(0, value)),
    weights: [...weights],
    standardError: meanLogError(probes, largest * FLOOR),
  };
}

/** Standard error of the mean of ln λ: the spread between probes and, without an inverse, what Lanczos has left to go. */
function meanLogError(probes: readonly Probe[], floor: number): number {
  const means = probes.map((probe) => meanLog(probe, floor));
  const left = probes.map(({ earlier }, i) => {
    if (!earlier) return 0;
    const [quarter, half] = earlier;
    return remainder(meanLog(quarter, floor), meanLog(half, floor), means[i] as number);
  });
  return Math.hypot(standardError(means), left.reduce((sum, x) => sum + x, 0) / probes.length);
}

/** Mean of ln λ over the part of a density that lies above a floor; 0 where nothing does. */
function meanLog({ nodes, weights }: Quadrature, floor: number): number {
  let sum = 0;
  let total = 0;
  nodes.forEach((node, i) => {
    if (node <= floor) return;
    sum += (weights[i] as number) * Math.log(node);
    total += weights[i] as number;
  });
  return total > 0 ? sum / total : 0;
}

/** v ↦ diag(vec S)⁻¹((AᵀA)⁻¹ ⊗ (BᵀB)⁻¹)diag(vec S)⁻¹ v, or null where a factor is singular. */
function inverseMap(
  A: Float64Array | null,
  B: Float64Array | null,
  S: Float64Array,
  out: number,
  inputs: number,
): LinearMap | null {
  if (S.includes(0)) return null;
  try {
    const inverseScale = S.map((s) => 1 / s);
    return scaledKronecker(B && psdInverse(B, out, 0), A && psdInverse(A, inputs, 0), inverseScale, out, inputs);
  } catch (error) {
    if (error instanceof NotPositiveDefiniteError) return null;
    throw error;
  }
}

/** Whether M M⁻¹ 1 is 1 to 1e-4: not where P is singular to working precision. */
function undoes(apply: LinearMap, inverse: LinearMap, dimension: number): boolean {
  const there = new Float64Array(dimension);
  const back = new Float64Array(dimension);
  inverse(new Float64Array(dimension).fill(1), there);
  apply(there, back);
  return back.every((value) => Math.abs(value - 1) < 1e-4);
}
