import type { EquationId } from "../equations/mathml";

interface DerivationLine {
  says: string;
  equation: EquationId;
}

/** From the step to the ideal P, a line for each thing that is done; scripts/derivation.test.ts evaluates every one. */
export const DERIVATION: readonly DerivationLine[] = [
  { says: "The trial step is P times the gradient.", equation: "ideal-step" },
  {
    says: "The loss is a parabola, so this is what it is after the step, with nothing left out.",
    equation: "ideal-loss",
  },
  {
    says: "FSD and WSD are parabolas with their lowest point where the step starts. With their prices they are:",
    equation: "ideal-prices",
  },
  { says: "All that bends the bill stands in one matrix.", equation: "ideal-sum" },
  { says: "So the whole bill is:", equation: "ideal-price" },
  { says: "Averaged over gradients, its slope in P is:", equation: "ideal-slope" },
  {
    says: "Where gradients point in all directions, the slope is zero for this P and no other:",
    equation: "ideal-inverse",
  },
];
