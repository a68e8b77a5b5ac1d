import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import { product } from "../kernels/matMul";

/** What a layer's forward pass leaves for its backward pass; opaque outside the layer. */
export type LayerCache = Readonly<Record<string, Tensor>>;

/** Directions of change of a layer's input and weights; null is no change. */
interface Tangents {
  input: Tensor | null;
  weights: Tensor2D | null;
}

/** Which gradients a backward pass is for: the first layer needs no input gradient, KFAC's factors no weight gradient. */
export interface Wanted {
  input: boolean;
  weights: boolean;
}

/**
 * One layer with explicit passes (contract 0 of ARCHITECTURE.md). Weights are a matrix [out, in (+1, bias last)], or null
 * for a layer without parameters. Nothing here disposes a tensor: the caller owns the engine scope.
 */
export interface Layer {
  readonly name: string;
  /** [out, in (+1 for bias)], null where the layer has no weights. */
  readonly weightShape: readonly [number, number] | null;
  /** The last column of the weights is a bias. */
  readonly hasBias?: boolean;
  /** Input and output shapes without the batch dimension, channels last. */
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
  forward(weights: Tensor2D | null, input: Tensor): { output: Tensor; cache: LayerCache };
  /** A gradient is null when it is not wanted, or when the layer has no weights. */
  backward(
    weights: Tensor2D | null,
    cache: LayerCache,
    outputGrad: Tensor,
    wanted: Wanted,
  ): { inputGrad: Tensor | null; weightGrad: Tensor2D | null };
  /** Derivative of the output along the tangents. Throws when both are null. */
  jvp(weights: Tensor2D | null, cache: LayerCache, tangents: Tangents): Tensor;
  /**
   * KFAC factors of one batch of N, for a layer with weights: A = Σ āāᵀ/N with positions summed [in, in], G = Σ δδᵀ/(N·T)
   * [out, out], where δ is N × `outputGrad` (the gradient of the batch-mean loss) and T the number of positions (TRACE.md).
   * `hasInputScale`: A is t·I, given as t [1, 1], the mean of the diagonal that A would have.
   */
  kroneckerFactors?(cache: LayerCache, outputGrad: Tensor, hasInputScale?: boolean): KroneckerFactors;
  /**
   * For EKFAC: the mean over the batch of (Q_Gᵀ ∇_n Q_A)², element by element, [out, in], with ∇_n the weight gradient of
   * example n alone and the columns of Q_G [out, out] and Q_A [in, in] a basis.
   */
  projectedSquares?(cache: LayerCache, outputGrad: Tensor, basis: KroneckerBasis): Tensor2D;
}

/** Orthonormal columns: Q_A [in, in] and Q_G [out, out]; a Q_A of one value is the identity. */
export interface KroneckerBasis {
  inputBasis: Tensor2D;
  outputBasis: Tensor2D;
}

export interface KroneckerFactors {
  inputFactor: Tensor2D;
  outputFactor: Tensor2D;
}

/**
 * Curvature of a norm's scale and shift, channel by channel: F = [[a, b], [b, c]] = E[u uᵀ] over the examples' own gradients u
 * with respect to (scale, shift), as rows (a, b, c), [channels, 3].
 */
export interface ChannelBlocks {
  blocks: Tensor2D;
}

/** What KFAC keeps of a matrix of weights. */
export type MatrixCurvature = KroneckerFactors | ChannelBlocks;

export const isBlocks = (curvature: MatrixCurvature): curvature is ChannelBlocks => "blocks" in curvature;

/** Rows in the basis Q_A. */
export const alongInputs = (rows: Tensor2D, inputBasis: Tensor2D): Tensor2D =>
  inputBasis.size === 1 && rows.shape[1] > 1 ? rows : product(rows, inputBasis);

/** The weights of a layer that has some. */
export function weightsOf(name: string, weights: Tensor2D | null): Tensor2D {
  if (!weights) throw new Error(`Layer ${name} was called without its weights.`);
  return weights;
}
