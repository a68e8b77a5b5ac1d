import type { ObjectiveSettings } from "../tables/lambdas";
import type { LossId } from "../tables/losses";

/** Weights [outputs, inputs (+1 for the bias)], then the activation. */
export interface DenseLayer {
  inputs: number;
  outputs: number;
  activation: "tanh" | "relu" | "linear";
  bias: boolean;
}

/**
 * What the exact proximal step from θ is the solution of, as plain arrays that may be posted to a worker:
 * argmin_u J_B(u) + λ_FSD·mean_{B′} ρ(f(u), f(θ)) + (λ_WSD/2)‖u − θ‖² for a chain of dense layers.
 */
export interface ProximalProblem extends ObjectiveSettings {
  layers: readonly DenseLayer[];
  loss: Exclude<LossId, "sigmoidCrossEntropy" | "tokenCrossEntropy">;
  /** Rows of B, [count, inputs]. */
  x: Float32Array;
  /** Targets of B: [count, outputs], or a class per row. */
  y: Float32Array | Int32Array;
  /** Rows of B′, [count, inputs]. */
  fsdX: Float32Array;
}

/** One step of a network, to be held against its exact proximal step. */
export interface ProximalProbe {
  problem: ProximalProblem;
  /** θ and θ⁺, all layers end to end. */
  theta: Float32Array;
  next: Float32Array;
}

/** How a step θ → θ⁺ lies to the exact proximal step θ*; null where a quantity does not exist. */
export interface ProximalGap {
  /** ‖θ⁺ − θ*‖ / ‖θ* − θ‖. */
  distance: number | null;
  /** cos(θ⁺ − θ, θ* − θ). */
  cosine: number | null;
  /** √(1 − cos²(g, θ* − θ)): no step along −g, whatever its η, has a smaller distance. */
  floor: number | null;
  /** The distance of the step −η*g, η* the best η for the objective, where that is quadratic. */
  atBestRate: number | null;
}

/** A gap as values of the columns of its step. */
export const gapColumns = ({ distance, cosine, floor, atBestRate }: ProximalGap) => ({
  proximalDistance: distance,
  proximalCosine: cosine,
  proximalFloor: floor,
  proximalAtBestRate: atBestRate,
});
