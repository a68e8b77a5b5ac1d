import { TERMS } from "../terms";
import type { ArticlePlace } from "./places";

/** A word or symbol of the page in one sentence. */
export interface GlossaryEntry {
  /** As the page writes it; symbols after `MathText`. Also its anchor, by `anchorOf`. */
  word: string;
  /** In full, where the word is a symbol or an abbreviation. */
  name?: string;
  sentence: string;
  /** Where one says it shorter; after docs/APO.md. */
  formula?: string;
  /** Where the article explains it. */
  place?: ArticlePlace;
}

export interface GlossaryGroup {
  title: string;
  entries: readonly GlossaryEntry[];
}

const FORMULAS: Partial<Record<keyof typeof TERMS, string>> = {
  Q: "Q(φ) = J_B(θ′) + λ_FSD · FSD + λ_WSD · WSD",
  FSD: "mean over B′ of ρ(f(x; θ′), f(x; θ))",
  WSD: "½ ‖θ′ − θ‖²",
  P: "P = (A ⊗ B) diag(vec S)² (A ⊗ B)ᵀ",
};

const PLACES: Record<keyof typeof TERMS, ArticlePlace> = {
  Q: "price",
  FSD: "price",
  WSD: "price",
  λ_FSD: "prices",
  λ_WSD: "prices",
  K: "interval",
  P: "learned",
};

const terms = (symbols: readonly (keyof typeof TERMS)[]): GlossaryEntry[] =>
  symbols.map((symbol) => {
    const formula = FORMULAS[symbol];
    return { word: symbol, ...TERMS[symbol], ...(formula ? { formula } : {}), place: PLACES[symbol] };
  });

/** What a step is charged for. */
export const OBJECTIVE_WORDS: readonly GlossaryEntry[] = [
  ...terms(["Q", "FSD", "WSD", "λ_FSD", "λ_WSD"]),
  { word: "θ", name: "parameters", sentence: "All weights and biases of the network before a step.", place: "price" },
  {
    word: "θ′",
    name: "lookahead",
    sentence: "The parameters after the step that is being judged; the network does not have them yet.",
    formula: "θ′ = θ − P g for APO-P, θ − η d for APO-η",
    place: "price",
  },
  { word: "B", name: "batch", sentence: "The examples whose loss and gradient a step is made of.", place: "algorithm" },
  {
    word: "B′",
    name: "second batch",
    sentence: "Other examples, drawn for FSD alone; only their inputs are used, never their targets.",
    place: "algorithm",
  },
  {
    word: "mean_B′",
    name: "mean over B′",
    sentence: "The average over the examples of the second batch.",
    place: "price",
  },
  {
    word: "J_B",
    name: "loss on the batch",
    sentence: "The mean loss of the examples in B at the given parameters.",
    place: "price",
  },
  {
    word: "ρ",
    name: "output discrepancy",
    sentence: "How far two outputs are apart: half the squared distance for regression, KL for classification.",
    formula: "½ ‖y − y′‖², or KL(old ‖ new)",
    place: "price",
  },
  {
    word: "KL",
    name: "Kullback–Leibler divergence",
    sentence:
      "How far one distribution over classes is from another; old ‖ new weighs by the outputs before the step, new ‖ old by those after.",
    place: "price",
  },
  {
    word: "proximal step",
    sentence: "The step to where Q is least: what a method with unlimited work for each step would take.",
    formula: "θ⁺ = argmin over u of J_B(u) + λ_FSD · FSD(u) + λ_WSD · WSD(u)",
    place: "proximal",
  },
];

/** What APO learns, and by what. */
export const LEARNED_WORDS: readonly GlossaryEntry[] = [
  {
    word: "φ",
    name: "meta-parameters",
    sentence: "What APO learns: the logarithms of learning rates for APO-η, the matrices A, B and S for APO-P.",
    place: "learned",
  },
  {
    word: "η",
    name: "learning rate",
    sentence: "The factor between a method’s direction and its step.",
    place: "learned",
  },
  {
    word: "η₀",
    name: "first learning rate",
    sentence: "Where η starts; APO-P starts from P = η₀ times the identity.",
    place: "learned",
  },
  ...terms(["P", "K"]),
  { word: "α", name: "meta learning rate", sentence: "The step size of the meta-optimizer on φ.", place: "algorithm" },
  {
    word: "meta-step",
    sentence: "One step of φ down the gradient of Q: three more forward passes and one more backward pass.",
    place: "algorithm",
  },
  {
    word: "meta-optimizer",
    sentence: "The method that moves φ, Adam unless another is chosen; not the one that moves the weights.",
    place: "algorithm",
  },
  {
    word: "base optimizer",
    sentence: "The method whose direction APO-η scales: SGD, SGDm, RMSprop or Adam.",
    place: "learned",
  },
  {
    word: "⊗",
    name: "Kronecker product",
    sentence: "Makes one large matrix of two small ones, so that a layer’s P need never be written out.",
    formula: "(A ⊗ B) vec G = vec(B G Aᵀ)",
    place: "learned",
  },
  { word: "vec", sentence: "A matrix as one long column, its columns under one another.", place: "learned" },
  {
    word: "PSD",
    name: "positive semidefinite",
    sentence: "No eigenvalue below 0: such a P never turns a step uphill on the batch.",
    place: "learned",
  },
];

/** Words on charts, axes and tables. */
export const CHART_WORDS: readonly GlossaryEntry[] = [
  {
    word: "eigenvalue",
    sentence: "How long P makes a step along one of its own directions, as a multiple of the gradient there.",
    place: "spectrum",
  },
  {
    word: "est. ±",
    sentence:
      "The spectrum of a large layer is estimated by Lanczos quadrature; the figure is the standard error of its geometric mean.",
    place: "spectrum",
  },
  {
    word: "ideal",
    sentence: "What P would become if it were learned to the end, where a closed form is known.",
    formula: "(H + λ_FSD G + λ_WSD I)⁻¹, linearised (λ_FSD G + λ_WSD I)⁻¹",
    place: "ideal",
  },
  {
    word: "first order, second order, exact",
    sentence: "A term of Q replaced by its tangent, by its parabola, or not replaced at all.",
    place: "family",
  },
  {
    word: "condition number",
    sentence:
      "The largest eigenvalue of the curvature over the smallest; where it is large, one learning rate cannot suit all directions.",
    place: "spectrum",
  },
  {
    word: "f + b",
    sentence: "Forward and backward passes of a step, on average, with those of the meta-updates shared out.",
    place: "amortize",
  },
  {
    word: "Peak tensors",
    sentence: "The most bytes that a run’s tensors took at one time, its parameters and state with them.",
  },
  {
    word: "Train loss",
    sentence: "The mean loss over the whole training set, at the step that stands under the table.",
  },
  {
    word: "Test loss",
    sentence: "The same over examples that no run is trained on.",
  },
  {
    word: "ms / step",
    sentence: "Milliseconds of a step of this run on this device, without the drawing of charts.",
  },
  { word: "epochs", sentence: "Steps counted in passes over the training set." },
  {
    word: "gradients",
    name: "gradient evaluations",
    sentence: "Steps counted in gradients that a run has asked for, so that cheap steps and dear ones compare.",
  },
  {
    word: "diverged",
    sentence:
      "The loss is no finite number any more, or a thousand times the first one; the run stops there, and the others go on.",
  },
  {
    word: "bf16, fp16",
    name: "16 bit",
    sentence: "Numbers of half the length: bf16 keeps the range of 32 bit and 3 digits, fp16 more digits up to 65,504.",
  },
];
