import type { Hyperparams } from "./tables/hyperparams";

/** λ_FSD and λ_WSD: what moving the outputs and moving the weights cost in Q (Algorithm 1). */
export type Lambdas = Pick<Hyperparams, "lambdaFsd" | "lambdaWsd">;

/** What Q is weighed and measured with: both λ, and the direction of FSD's KL. */
export type ObjectiveSettings = Pick<Hyperparams, keyof Lambdas | "klDirection">;
