import type { LayerSpectrum } from "../../config/metrics";
import type { PreconditionerState } from "../../config/preconditionerState";
import { gram, scaledKronecker } from "../linalg/kronecker";
import type { LinearMap } from "../linalg/lanczos";
import { NotPositiveDefiniteError, psdInverse } from "../linalg/psd";
import { symmetricEigenvalues } from "../linalg/symmetricEigen";
import { stream } from "../random";
import { exactSpectrum, perLayer, requireFinite } from "./layerSpectrum";
import { stochasticQuadrature } from "./quadrature";

type EigenbasisState = Extract<PreconditionerState, { kind: "eigenbasis" }>;
type EigenbasisLayer = EigenbasisState["layers"][number];

/** Up to this dimension the matrix is formed and its eigenvalues are exact. */
export const DENSE_LIMIT = 512;

/** Krylov spaces reach M^8 and M^−8: extremes exact to four digits and the density within 2% of its log range on learned P. */
const ROUNDS = 8;
const PRODUCTS_PER_PROBE = 2 * ROUNDS + 1;
/** Multiplications spent on a layer, about 50 ms; a larger layer still gets one probe. */
const MULTIPLICATIONS = 1e8;
const MAX_PROBES = 8;

/**
 * Eigenvalues of APO-P's P = NNᵀ, N = (A ⊗ B) diag(vec S). They are those of NᵀN = diag(vec S)(AᵀA ⊗ BᵀB)diag(vec S),
 * whose products cost two matrix products instead of four. "dense" (exact) up to 512, else "quadrature".
 */
export function eigenbasisSpectrum({ layers }: EigenbasisState): LayerSpectrum[] {
  return perLayer(layers, (layer) => {
    const [out, inputs] = layer.shape;
    requireFinite("A", layer.A);
    requireFinite("B", layer.B);
    requireFinite("S", layer.S);
    const A = gram(layer.A, inputs);
    const B = gram(layer.B, out);
    const S = Float64Array.from(layer.S);
    return out * inputs <= DENSE_LIMIT ? denseSpectrum(layer, A, B, S) : estimatedSpectrum(layer, A, B, S);
  });
}

function denseSpectrum(layer: EigenbasisLayer, A: Float64Array, B: Float64Array, S: Float64Array): LayerSpectrum {
  const [out, inputs] = layer.shape;
  const dimension = out * inputs;
  const matrix = new Float64Array(dimension * dimension);
  for (let row = 0; row < dimension; row++) {
    const o = Math.floor(row / inputs);
    const i = row % inputs;
    for (let column = 0; column <= row; column++) {
      const factor = B[o * out + Math.floor(column / inputs)] as number;
      const value = factor * (A[i * inputs + (column % inputs)] as number);
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

function estimatedSpectrum(layer: EigenbasisLayer, A: Float64Array, B: Float64Array, S: Float64Array): LayerSpectrum {
  const [out, inputs] = layer.shape;
  const dimension = out * inputs;
  const affordable = Math.round(MULTIPLICATIONS / (PRODUCTS_PER_PROBE * dimension * (out + inputs)));
  const apply = scaledKronecker(B, A, S, out, inputs);
  const inverse = inverseMap(A, B, S, out, inputs);
  const { nodes, weights } = stochasticQuadrature({
    dimension,
    apply,
    applyInverse: inverse && undoes(apply, inverse, dimension) ? inverse : null,
    probes: Math.min(MAX_PROBES, Math.max(1, affordable)),
    rounds: ROUNDS,
    uniform: (probe) => stream(0, `spectrum/${layer.name}`, probe).uniform,
  });
  const eigenvalues = [...nodes].map((value) => Math.max(0, value));
  return { name: layer.name, method: "quadrature", dimension, eigenvalues, weights: [...weights] };
}

/** v ↦ diag(vec S)⁻¹((AᵀA)⁻¹ ⊗ (BᵀB)⁻¹)diag(vec S)⁻¹ v, or null where a factor is singular. */
function inverseMap(A: Float64Array, B: Float64Array, S: Float64Array, out: number, inputs: number): LinearMap | null {
  if (S.includes(0)) return null;
  try {
    const inverseScale = S.map((s) => 1 / s);
    return scaledKronecker(psdInverse(B, out, 0), psdInverse(A, inputs, 0), inverseScale, out, inputs);
  } catch (error) {
    if (error instanceof NotPositiveDefiniteError) return null;
    throw error;
  }
}

/** Whether M M⁻¹ 1 is 1 to 1e-6: not where P is singular to working precision. */
function undoes(apply: LinearMap, inverse: LinearMap, dimension: number): boolean {
  const there = new Float64Array(dimension);
  const back = new Float64Array(dimension);
  inverse(new Float64Array(dimension).fill(1), there);
  apply(there, back);
  return back.every((value) => Math.abs(value - 1) < 1e-6);
}
