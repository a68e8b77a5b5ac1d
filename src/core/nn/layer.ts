import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";

/** What a layer's forward pass leaves for its backward pass; opaque outside the layer. */
export type LayerCache = Record<string, Tensor>;

/**
 * One layer with explicit passes (contract 0 of ARCHITECTURE.md). Weights are a matrix [out, in (+1, bias last)] or null
 * for a layer without parameters. Nothing here disposes a tensor: the caller owns the engine scope.
 */
export interface Layer {
  readonly name: string;
  /** [out, in (+1 for bias)], null where the layer has no weights. */
  readonly weightShape: readonly [number, number] | null;
  /** Input and output shapes without the batch dimension, channels last. */
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
  forward(weights: Tensor2D | null, input: Tensor): { output: Tensor; cache: LayerCache };
  /** `inputGrad` is null when not asked for (the first layer needs none). */
  backward(
    weights: Tensor2D | null,
    cache: LayerCache,
    outputGrad: Tensor,
    needsInputGrad: boolean,
  ): { inputGrad: Tensor | null; weightGrad: Tensor2D | null };
  /** Derivative of the output along the tangents of input and weights; a null tangent is zero. */
  jvp(
    weights: Tensor2D | null,
    cache: LayerCache,
    tangents: { input: Tensor | null; weights: Tensor2D | null },
  ): Tensor;
}

/** A layer with weights, as KFAC needs it. */
export interface ParametricLayer extends Layer {
  readonly weightShape: readonly [number, number];
  /**
   * KFAC factors of one batch of N: A = Σ āāᵀ/N with positions summed [in, in], G = Σ δδᵀ/(N·T) [out, out], where δ is
   * N × `outputGrad` (the gradient of the batch-mean loss) and T the number of positions (TRACE.md).
   */
  kroneckerFactors(cache: LayerCache, outputGrad: Tensor): { inputFactor: Tensor2D; outputFactor: Tensor2D };
}
