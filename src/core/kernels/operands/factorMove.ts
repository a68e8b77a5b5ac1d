import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { AdamSettings, Moments } from "./moments";
import type { ScaleParameterization, SomeFactors } from "./preconditioner";

/** A step of Adam on the factors of preconditioners. */
export interface FactorMove {
  /** G of each layer, [out, in], whose step was W′ = W − P·G, and R = ∂Q/∂W′. */
  grads: readonly Tensor2D[];
  outer: readonly Tensor2D[];
  factors: readonly SomeFactors[];
  /** Of all factors end to end, of each layer those of A, B and S. */
  moments: Moments;
  settings: AdamSettings;
  rate: number;
  scale: ScaleParameterization;
  /** Numbers that are to be made behind it. */
  room: number;
}
