import type { NetworkForm } from "../../config/tables/networks/networkStarts";
import type { OptimizerId } from "../../config/tables/optimizers";
import type { Candidate } from "./grids";

/** Settings that a method is tried with on a network, its start among them: few, as a step is expensive. */
export const NETWORK_BUDGET = 5;

type Raced = Extract<OptimizerId, "apo-p" | "apo-lr" | "sgdm" | "adam" | "kfac">;

const rates = (...values: number[]): Candidate[] => values.map((learningRate) => ({ learningRate }));

/** η₀, λ_FSD, α of APO-P. */
const preconditioned = (...settings: [number, number, number][]): Candidate[] =>
  settings.map(([learningRate, lambdaFsd, metaLearningRate]) => ({ learningRate, lambdaFsd, metaLearningRate }));

/** η₀, λ_FSD, α of APO-η on a base. */
const adapted = (baseOptimizer: "sgdm" | "adam", ...settings: [number, number, number][]): Candidate[] =>
  preconditioned(...settings).map((candidate) => ({ ...candidate, baseOptimizer }));

const damped = (...settings: [number, number][]): Candidate[] =>
  settings.map(([learningRate, damping]) => ({ learningRate, damping }));

const ON_IMAGES: Record<Raced, Candidate[]> = {
  "apo-p": preconditioned([0.01, 10, 0.003], [0.01, 30, 0.01], [0.02, 30, 0.01], [0.05, 30, 0.003]),
  "apo-lr": [
    ...adapted("sgdm", [0.01, 1, 0.1], [0.03, 10, 0.1]),
    ...adapted("adam", [0.001, 1, 0.1], [0.001, 10, 0.1]),
  ],
  sgdm: rates(0.005, 0.01, 0.05, 0.1),
  adam: rates(3e-4, 0.001, 0.006, 0.01),
  kfac: damped([0.005, 0.01], [0.014, 0.01], [0.05, 0.01], [0.05, 0.1]),
};

const ON_TEXTS: Record<Exclude<Raced, "kfac">, Candidate[]> = {
  "apo-p": preconditioned([0.3, 1, 0.01], [0.3, 10, 0.01], [1, 1, 0.01], [0.3, 1, 0.03]),
  "apo-lr": [
    ...adapted("sgdm", [0.3, 1, 0.1]),
    ...adapted("adam", [0.003, 0.3, 0.1], [0.003, 1, 0.1], [0.003, 10, 0.1]),
  ],
  sgdm: rates(0.1, 0.6, 1, 2),
  adam: rates(0.001, 0.005, 0.008, 0.012),
};

/** What a method is tried with on a network: its settings there first. Empty where the method takes no part. */
export function networkCandidates(name: NetworkForm | "translation", id: OptimizerId): Candidate[] {
  const grids: Partial<Record<OptimizerId, Candidate[]>> = name === "translation" ? ON_TEXTS : ON_IMAGES;
  const grid = grids[id];
  return grid ? [{}, ...grid] : [];
}
