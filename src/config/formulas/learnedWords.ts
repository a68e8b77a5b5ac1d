import type { LayerShape, LearnedFactors, PartialCurvature } from "./preconditionerState";

const APO_P: Record<LearnedFactors, string> = {
  AB: "APO-P learns A, B and S here.",
  A: "APO-P learns A and S here; B stays the identity.",
  B: "APO-P learns B and S here; A stays the identity.",
  none: "APO-P learns S alone here.",
};

const KFAC: Record<PartialCurvature, string> = {
  outputFactor: "KFAC and EKFAC take t·I for the input factor, t the mean of its diagonal.",
  blocks: "KFAC and EKFAC have a 2×2 block for each channel.",
  none: "KFAC, EKFAC and Shampoo are not offered on this network.",
};

/** What APO-P learns of a matrix of a network, and what KFAC does with it. */
export function learnedWords({ factors = "AB", curvature }: LayerShape, network: readonly LayerShape[]): string {
  const isRefused = network.some((layer) => layer.curvature === "none");
  const kfac = isRefused ? KFAC.none : curvature ? KFAC[curvature] : "KFAC and EKFAC have both factors.";
  return `${APO_P[factors]} ${kfac}`;
}
