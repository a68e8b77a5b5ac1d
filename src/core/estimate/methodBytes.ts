import type { Hyperparams } from "../../config/tables/hyperparams";
import { OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import { factorNumbers, learnedNumbers, type MatrixSize, type NetworkSizes, over } from "./networkSizes";

/** Numbers of tensors that a run holds. */
export interface HeldNumbers {
  /** From step to step: weights, state, running averages. */
  kept: number;
  /** Beside these, the most at once in a step. */
  made: number;
  /** The part of `made` that grows with the batch. */
  perExample: number;
}

/** Float32 all of them, in 16 bits too. */
export const BYTES_PER_NUMBER = 4;

/** Numbers that a method keeps beside the weights and the running averages. */
function stateOf(optimizer: OptimizerId, { baseOptimizer, dampingForm }: Hyperparams, sizes: NetworkSizes): number {
  const { parameters } = sizes;
  const base = { sgd: 0, sgdm: 1, rmsprop: 1, adam: 2 };
  switch (optimizer) {
    case "sgdm":
    case "rmsprop":
      return parameters;
    case "adam":
      return 2 * parameters;
    case "apo-lr":
      return base[baseOptimizer] * parameters;
    case "apo-p":
      return parameters + 3 * learnedNumbers(sizes);
    case "kfac":
      return parameters * (dampingForm === "tikhonov" ? 2 : 1) + 2 * factorNumbers(sizes);
    case "ekfac":
      return 2 * parameters + 2 * factorNumbers(sizes);
    case "shampoo":
      return parameters + 2 * factorNumbers(sizes);
    default:
      return 0;
  }
}

/** What EKFAC makes of an example: rows of inputs and gradients in its bases, and where there are several their own gradient. */
const projectedOf = ({ outputs, inputs, rows }: MatrixSize): number =>
  3 * rows * (inputs + outputs) + (rows > 1 ? 2 * outputs * inputs : 0);

/**
 * What a run of a method holds with batches of so many examples. Of a pass whose layers are let go of one by one there is what its
 * forward pass keeps and one gradient; EKFAC, which asks for the pass again, and solvers hold the gradients of two backward passes too, and what
 * the blocks of norms are made of.
 * The multiples of weights, φ and factors are those that compositions of ours make before the old ones go (`estimate.test.ts`).
 */
export function heldBy(
  optimizer: OptimizerId,
  hyperparams: Hyperparams,
  sizes: NetworkSizes,
  batchSize: number,
): HeldNumbers {
  const { parameters, channels, values, largest, normalised } = sizes;
  const { learns, needsLayers, isFactored, isSolver } = OPTIMIZERS[optimizer];
  const isKept = optimizer === "ekfac" || isSolver;
  const kept = isKept ? 3 * values + 2 * largest + 7 * normalised : values + (needsLayers ? 2 : 1) * largest;
  const squares = optimizer === "ekfac" ? over(sizes.matrices, projectedOf) : 0;
  const perExample = kept + squares;
  const pass = batchSize * perExample;
  const state = stateOf(optimizer, hyperparams, sizes);
  const factors = isFactored ? (optimizer === "ekfac" ? 9 : 5) * factorNumbers(sizes) : 0;
  const learned = learns === "preconditioner" ? 3.5 * learnedNumbers(sizes) : 0;
  const made =
    learns === null ? Math.max(pass + factors, 3 * parameters) : Math.max(pass + 5 * parameters, learned + parameters);
  return { kept: parameters + state + 2 * channels, made, perExample };
}
