import type { Tensor, Tensor2D } from "@tensorflow/tfjs-core";
import type { LayerShape } from "../../config/formulas/preconditionerState";
import type { NormMoments } from "../kernels/operands/norm";
import type { KroneckerBasis, Layer, LayerCache, MatrixCurvature } from "./layer";

/** Which gradients a node's backward pass is for: of each of its inputs, and of its matrices. */
export interface WantedOfNode {
  inputs: readonly boolean[];
  weights: boolean;
}

/** Directions of change of a node's inputs and matrices; null is no change. */
interface NodeTangents {
  inputs: readonly (Tensor | null)[];
  weights: readonly (Tensor2D | null)[];
}

/**
 * A layer with any number of inputs and matrices. Images are [count, height, width, channels], vectors [count, size], sequences
 * rows of tokens [count·length, width]. Nothing here disposes a tensor; each gradient returned is a tensor of its own.
 */
export interface NodeLayer {
  readonly name: string;
  /** Matrices that are the node's own, in the order of its params. */
  readonly matrices: readonly LayerShape[];
  /**
   * Columns of each matrix that weight decay shrinks, the first ones: all but a bias, and none of a norm's scale and shift. Absent: all
   * of all.
   */
  readonly decayedColumns?: readonly number[];
  /** Without the batch dimension; [length, width] of a sequence. The input's is told where there is one input alone. */
  readonly inputShape?: readonly number[];
  readonly outputShape: readonly number[];
  /** No Kronecker factors of the node's matrices are known, nor is it sensible to take any: KFAC, EKFAC and Shampoo refuse it. */
  readonly lacksCurvature?: boolean;
  /** Of one forward pass of one example. */
  readonly multiplyAdds: number;
  /** `running`, where the node keeps statistics: evaluates with these instead of those of the batch. */
  forward(
    weights: readonly Tensor2D[],
    inputs: readonly Tensor[],
    running?: Tensor2D,
  ): { output: Tensor; cache: LayerCache };
  /** A gradient is null where it is not wanted; `weightGrads` is empty then. */
  backward(
    weights: readonly Tensor2D[],
    cache: LayerCache,
    outputGrad: Tensor,
    wanted: WantedOfNode,
  ): { inputGrads: readonly (Tensor | null)[]; weightGrads: readonly Tensor2D[] };
  /** Derivative of the output along the tangents, of which at least one is not null. */
  jvp(weights: readonly Tensor2D[], cache: LayerCache, tangents: NodeTangents): Tensor;
  /** What KFAC keeps of the node's matrix (`Layer.kroneckerFactors`). */
  kroneckerFactors?(cache: LayerCache, outputGrad: Tensor): MatrixCurvature;
  /** For EKFAC (`Layer.projectedSquares`). */
  projectedSquares?(cache: LayerCache, outputGrad: Tensor, basis: KroneckerBasis): Tensor2D;
  /** Of a node that normalises with its batch. */
  readonly statistics?: NodeStatistics;
}

/** What a batch norm leaves for the running averages. */
export interface NodeStatistics {
  channels: number;
  /** Mean and variance that a pass left. */
  moments(cache: LayerCache): NormMoments;
  /** Mean and unbiased variance [2, channels] of each of many nodes. */
  of(all: readonly NormMoments[]): Tensor2D[];
}

/** A node with its edges: from which nodes its inputs come, -1 and below for parts of the network's input, and its places in the params. */
export interface GraphNode {
  layer: NodeLayer;
  from: readonly number[];
  params: readonly number[];
}

/** A layer of one input and at most one matrix as a node; with `hasInputScale` its input factor is t·I. */
export function nodeOf(layer: Layer, hasInputScale = false): NodeLayer {
  const { name, weightShape, hasBias = false, outputShape, kroneckerFactors } = layer;
  return {
    name,
    matrices: weightShape ? [{ name, shape: [...weightShape] }] : [],
    decayedColumns: weightShape ? [weightShape[1] - Number(hasBias)] : [],
    inputShape: layer.inputShape,
    outputShape,
    // every output number is a product over the columns of the weights
    multiplyAdds: weightShape ? weightShape[1] * outputShape.reduce((product, n) => product * n, 1) : 0,
    forward: ([weights = null], [input]) => layer.forward(weights, input as Tensor),
    backward([weights = null], cache, outputGrad, wanted) {
      const { inputGrad, weightGrad } = layer.backward(weights, cache, outputGrad, {
        input: wanted.inputs[0] ?? false,
        weights: wanted.weights,
      });
      return { inputGrads: [inputGrad], weightGrads: weightGrad ? [weightGrad] : [] };
    },
    jvp: ([weights = null], cache, tangents) =>
      layer.jvp(weights, cache, { input: tangents.inputs[0] ?? null, weights: tangents.weights[0] ?? null }),
    // plain functions, none of which asks for its object
    kroneckerFactors: kroneckerFactors && ((cache, grad) => kroneckerFactors(cache, grad, hasInputScale)),
    projectedSquares: layer.projectedSquares,
  };
}
