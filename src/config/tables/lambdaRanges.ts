import type { NumericHyperparam, NumericHyperparamName } from "./hyperparamNames";

const PRICE = { scale: "log", integer: false, allowsZero: true } as const;

/** What sets a slider of λ_FSD or λ_WSD apart, for the page that comes before its script. */
export const LAMBDA_RANGES = {
  lambdaFsd: { ...PRICE, symbol: "λ_FSD", min: 0.01, max: 100 },
  lambdaWsd: { ...PRICE, symbol: "λ_WSD", min: 1e-4, max: 100 },
} as const satisfies Partial<Record<NumericHyperparamName, Partial<NumericHyperparam>>>;
