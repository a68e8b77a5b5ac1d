import type { Hyperparams } from "./hyperparams";

/** λ_FSD and λ_WSD: what moving the outputs and moving the weights cost in Q (Algorithm 1). */
export type Lambdas = Pick<Hyperparams, "lambdaFsd" | "lambdaWsd">;

/** What Q is weighed and measured with: both λ, and the direction of FSD's KL. */
export type ObjectiveSettings = Pick<Hyperparams, keyof Lambdas | "klDirection">;

/** J_B(u), the mean of ρ over B′ and ½‖u − θ‖², unweighed; or their derivatives along one direction. */
export type ObjectiveTerms = Record<"objectiveLoss" | "fsd" | "wsd", number>;

/** Q of its terms, and so also Q's derivative of theirs. */
export const objectiveOf = ({ objectiveLoss, fsd, wsd }: ObjectiveTerms, { lambdaFsd, lambdaWsd }: Lambdas): number =>
  objectiveLoss + lambdaFsd * fsd + lambdaWsd * wsd;
