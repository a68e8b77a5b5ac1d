import type { Hyperparams } from "../../config/tables/hyperparams";
import { OPTIMIZERS, type OptimizerId } from "../../config/tables/optimizers";
import { canMoveFactors } from "../kernels/factors/factorMove";
import {
  factorNumbers,
  learnedNumbers,
  type MatrixSize,
  mostLearnedNumbers,
  type NetworkSizes,
  over,
  withAllFactors,
} from "./networkSizes";

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
      return parameters + 2 * factorNumbers(withAllFactors(sizes));
    default:
      return 0;
  }
}

/** Copies of each factor that a step makes, and lists of the weights' size. */
const MADE = { ekfac: { factors: 9, lists: 12 }, others: { factors: 5, lists: 5 } };

const numbersOfFactors = (optimizer: OptimizerId, sizes: NetworkSizes): number =>
  factorNumbers(optimizer === "shampoo" ? withAllFactors(sizes) : sizes);

/** What a meta-update of P makes to move φ: the gradients of a layer beside two lists of weights, or those of all with what follows φ and its moments. */
const movedWith = ({ precision, metaOptimizer }: Hyperparams, sizes: NetworkSizes): number =>
  canMoveFactors() && precision === "fp32" && metaOptimizer !== "sgd"
    ? mostLearnedNumbers(sizes) + 2 * sizes.parameters
    : 3.5 * learnedNumbers(sizes) + sizes.parameters;

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
  const copies = MADE[optimizer === "ekfac" ? "ekfac" : "others"];
  const factors = isFactored ? copies.factors * numbersOfFactors(optimizer, sizes) + copies.lists * parameters : 0;
  const made =
    learns === null
      ? Math.max(pass + factors, (hyperparams.weightDecay > 0 ? 4 : 3) * parameters)
      : Math.max(pass + 4 * parameters, learns === "preconditioner" ? movedWith(hyperparams, sizes) : 0);
  return { kept: parameters + state + 2 * channels, made, perExample };
}
