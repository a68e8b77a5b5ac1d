import { eigenvalueEnds, eigenvalueSpread } from "./eigenvalues";
import type { LessonClaims } from "./lessonClaim";

const priced = (lambdaFsd: number, lambdaWsd: number) => ({
  optimizers: [{ id: "apo-p" as const, hyperparams: { lambdaFsd, lambdaWsd } }],
});

/** As the lesson starts, with weights dear, and with outputs dear. */
export const LAMBDA_WSD_CLAIMS: LessonClaims = {
  races: { start: {}, weights: priced(1, 10), outputs: priced(10, 0.1) },
  claims: [
    {
      says: "the largest is five times the smallest or more",
      of: "largest over smallest eigenvalue of P",
      measure: ({ start }) => eigenvalueSpread(start),
      atLeast: 5,
    },
    {
      says: "none is above 1/λ_WSD",
      of: "largest eigenvalue of P, λ_WSD times, with λ_WSD = 10",
      measure: ({ weights }) => 10 * eigenvalueEnds(weights)[1],
      atMost: 1,
    },
    {
      says: "the largest is at most one and a half times the smallest",
      of: "largest over smallest eigenvalue of P with λ_WSD = 10",
      measure: ({ weights }) => eigenvalueSpread(weights),
      atMost: 1.5,
    },
    {
      says: "the smallest is half of the first or less",
      of: "smallest eigenvalue of P with λ_FSD = 10 over that at the start's prices",
      measure: ({ start, outputs }) => eigenvalueEnds(outputs)[0] / eigenvalueEnds(start)[0],
      atMost: 1 / 2,
    },
    {
      says: "the largest is still five times the smallest or more",
      of: "largest over smallest eigenvalue of P with λ_FSD = 10",
      measure: ({ outputs }) => eigenvalueSpread(outputs),
      atLeast: 5,
    },
  ],
};
