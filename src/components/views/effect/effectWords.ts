import type { EffectQuantity } from "../../../config/formulas/interventionEffect";

/** What a panel measures, and in what. Weights and outputs of these tasks have no unit. */
export const EFFECT_TITLES: Record<EffectQuantity, string> = {
  learningRate: "learning rate η",
  preconditionerTrace: "trace of P",
  stepLength: "step length ‖θ′ − θ‖",
  functionChange: "function change FSD",
};

/** Why a quantity has no numbers around a move. */
export const EFFECT_NOTHING: Record<EffectQuantity, string> = {
  learningRate: "no η in this method",
  preconditionerTrace: "no P in this method",
  stepLength: "no meta-step on both sides",
  functionChange: "no meta-step on both sides",
};
