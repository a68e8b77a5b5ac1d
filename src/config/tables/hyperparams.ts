import type { NumericHyperparam, NumericHyperparamName } from "./hyperparamNames";
import { NUMERIC_HYPERPARAMS } from "./numericHyperparams";

/** Hyperparameters that are one of a few words (TRACE.md). */
export const CHOICES = {
  metaOptimizer: ["adam", "rmsprop", "sgd"],
  metaSchedule: ["constant", "linear"],
  baseOptimizer: ["sgd", "sgdm", "rmsprop", "adam"],
  learningRateSchedule: ["fixed", "step", "fifths", "cosine"],
  dampingForm: ["pi", "tikhonov"],
  scaleParameterization: ["exp", "raw"],
  klDirection: ["old-new", "new-old"],
  backtracking: ["on", "off"],
  learningRateScope: ["shared", "per-layer"],
  precision: ["fp32", "bf16", "fp16"],
} as const;

export type ChoiceHyperparamName = keyof typeof CHOICES;

export type HyperparamName = NumericHyperparamName | ChoiceHyperparamName;

/** Every hyperparameter of one run, resolved; a method reads only those it lists in `OPTIMIZERS`. */
export type Hyperparams = Record<NumericHyperparamName, number> & {
  [Name in ChoiceHyperparamName]: (typeof CHOICES)[Name][number];
};

/** A choice as the page shows it; choosing restarts the run. */
export interface ChoiceHyperparam<Name extends ChoiceHyperparamName = ChoiceHyperparamName> {
  kind: "choice";
  label: string;
  symbol: string;
  summary: string;
  choices: (typeof CHOICES)[Name];
  /** What the page calls each. */
  names: Record<(typeof CHOICES)[Name][number], string>;
  default: (typeof CHOICES)[Name][number];
  live: false;
}

const choice = { kind: "choice", live: false } as const;

/** Every hyperparameter: words, slider, default and limits. Per method, see `hyperparamRange`. */
export const HYPERPARAMS: Record<NumericHyperparamName, NumericHyperparam> & {
  [Name in ChoiceHyperparamName]: ChoiceHyperparam<Name>;
} = {
  ...NUMERIC_HYPERPARAMS,
  metaOptimizer: {
    ...choice,
    label: "Meta-optimizer",
    symbol: "",
    summary: "How φ follows the meta-gradient.",
    choices: CHOICES.metaOptimizer,
    names: { adam: "Adam", rmsprop: "RMSprop", sgd: "SGD" },
    default: "adam",
  },
  metaSchedule: {
    ...choice,
    label: "Meta schedule",
    symbol: "",
    summary: "Whether α stays, or falls in a line to 0 at the last step.",
    choices: CHOICES.metaSchedule,
    names: { constant: "constant", linear: "linear to 0" },
    default: "constant",
  },
  baseOptimizer: {
    ...choice,
    label: "Base optimizer",
    symbol: "",
    summary: "Whose direction APO-η scales; with momentum one step of lookahead undervalues a repeated direction.",
    choices: CHOICES.baseOptimizer,
    names: { sgd: "SGD", sgdm: "SGDm", rmsprop: "RMSprop", adam: "Adam" },
    default: "sgd",
  },
  learningRateSchedule: {
    ...choice,
    label: "Learning-rate schedule",
    symbol: "",
    summary:
      "Whether η stays, falls to a tenth at a half and at three quarters of the run, to a fifth at 30, 60 and 80 % of it, or along a cosine to 0.",
    choices: CHOICES.learningRateSchedule,
    names: { fixed: "fixed", step: "two steps", fifths: "three steps to a fifth", cosine: "cosine to 0" },
    default: "fixed",
  },
  dampingForm: {
    ...choice,
    label: "Damping form",
    symbol: "",
    summary: "Factored with π (Martens and Grosse 2015), or Tikhonov in the eigenbasis.",
    choices: CHOICES.dampingForm,
    names: { pi: "with π", tikhonov: "Tikhonov" },
    default: "pi",
  },
  scaleParameterization: {
    ...choice,
    label: "Scale S",
    symbol: "",
    summary: "Whether APO-P learns S itself or its logarithm.",
    choices: CHOICES.scaleParameterization,
    names: { exp: "by log S", raw: "by S" },
    default: "exp",
  },
  klDirection: {
    ...choice,
    label: "KL direction",
    symbol: "",
    summary: "Order of the distributions in the function-space distance of a classifier.",
    choices: CHOICES.klDirection,
    names: { "old-new": "KL(old ‖ new)", "new-old": "KL(new ‖ old)" },
    default: "old-new",
  },
  backtracking: {
    ...choice,
    label: "Backtracking",
    symbol: "",
    summary: "Whether a step that does not lower the objective enough is shortened until it does.",
    choices: CHOICES.backtracking,
    names: { on: "on", off: "off" },
    default: "on",
  },
  learningRateScope: {
    ...choice,
    label: "Scope of η",
    symbol: "",
    summary: "Whether APO-η learns one learning rate for all weights, or one for each layer.",
    choices: CHOICES.learningRateScope,
    names: { shared: "all layers", "per-layer": "each layer" },
    default: "shared",
  },
  precision: {
    ...choice,
    label: "Precision",
    symbol: "",
    summary:
      "Format that weights, gradients and optimizer state are rounded to after each update; 16 bits are emulated.",
    choices: CHOICES.precision,
    names: { fp32: "float32", bf16: "bfloat16", fp16: "float16" },
    default: "fp32",
  },
};

/** Every hyperparameter's name, numbers first. */
export const HYPERPARAM_NAMES = Object.keys(HYPERPARAMS) as HyperparamName[];

/** Tells a number from a choice by its name. */
export function isNumericHyperparam(name: HyperparamName): name is NumericHyperparamName {
  return HYPERPARAMS[name].kind === "number";
}
