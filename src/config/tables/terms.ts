/** A word of the method in one sentence. */
interface Term {
  /** In full, as the literature has it. */
  name: string;
  sentence: string;
}

/** The terms of the objective and what is learned by it, by the symbol that the page writes; sentences after docs/APO.md. */
export const TERMS = {
  Q: {
    name: "proximal objective",
    sentence:
      "What a step costs: the loss it leaves on its batch, and a price for how far it moves outputs and weights.",
  },
  FSD: {
    name: "function-space discrepancy",
    sentence: "How far a step moves the network’s outputs on a second batch B′, measured by ρ and averaged.",
  },
  WSD: {
    name: "weight-space discrepancy",
    sentence: "How far a step moves the weights: half the squared distance from θ to θ′.",
  },
  λ_FSD: {
    name: "price of function change",
    sentence: "What FSD is multiplied by in Q: a higher price makes steps that change the outputs less.",
  },
  λ_WSD: {
    name: "price of weight change",
    sentence: "What WSD is multiplied by in Q: it bounds steps in directions that the outputs do not see.",
  },
  K: {
    name: "meta-update interval",
    sentence: "Once every K steps φ takes one step down the gradient of Q; a longer interval costs less.",
  },
  P: {
    name: "preconditioner",
    sentence:
      "The matrix that turns a gradient into a step: long along its large eigenvalues, short along its small ones.",
  },
} as const satisfies Record<string, Term>;

export type TermSymbol = keyof typeof TERMS;

export const TERM_SYMBOLS = Object.keys(TERMS) as readonly TermSymbol[];
