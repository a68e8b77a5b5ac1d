import { seenRun } from "../../experiment/presets/checks/seen";
import { eigenvalueEnds, eigenvalueSpread } from "./eigenvalues";
import type { LessonClaims } from "./lessonClaim";
import { apart, lossIn } from "./losses";

const RAVINE = { conditionNumber: 1000 };

/** 1 / ((1 + λ_FSD) h + λ_WSD) of the smallest h, with the lesson's λ_FSD = 1 and λ_WSD = 0.1. */
const IDEAL_LARGEST = 1 / ((1 + 1) * 1e-3 + 0.1);

/** A condition number of 10, of 1,000, and that with weights dear. */
export const ILL_CONDITIONING_CLAIMS: LessonClaims = {
  races: {
    round: {},
    ravine: { taskOptions: RAVINE },
    bounded: { taskOptions: RAVINE, optimizers: [{ id: "apo-p", hyperparams: { lambdaWsd: 1 } }] },
  },
  isMeasured: true,
  claims: [
    {
      says: "the largest is five times the smallest or more",
      of: "largest over smallest eigenvalue of P",
      measure: ({ round }) => eigenvalueSpread(round),
      atLeast: 5,
    },
    {
      says: "twice what it was or more",
      of: "largest over smallest eigenvalue of P with a condition number of 1,000 over that with 10",
      measure: ({ round, ravine }) => eigenvalueSpread(ravine) / eigenvalueSpread(round),
      atLeast: 2,
    },
    {
      says: "far from a hundred times",
      of: "the same",
      measure: ({ round, ravine }) => eigenvalueSpread(ravine) / eigenvalueSpread(round),
      atMost: 10,
    },
    {
      says: "The largest is still below what theory gives",
      of: "largest eigenvalue of P over the ideal one",
      measure: ({ ravine }) => eigenvalueEnds(ravine)[1] / IDEAL_LARGEST,
      atMost: 0.8,
    },
    {
      says: "the two end within a hundredth of each other",
      of: "higher over lower training loss at the end, with a condition number of 1,000",
      measure: ({ ravine }) => apart(lossIn(ravine, "apo-p"), lossIn(ravine, "sgd")),
      atMost: 1.01,
    },
    {
      says: "APO-P paid",
      of: "its passes over those of SGD",
      measure({ ravine }) {
        const [ofP = Number.NaN, ofSgd = Number.NaN] = ["apo-p", "sgd"].map(
          (run) => (ravine && seenRun(ravine, run).columns.gradientEvaluations.at(-1)) ?? Number.NaN,
        );
        return ofP / ofSgd;
      },
      atLeast: 1.9,
    },
    {
      says: "none is above 1/λ_WSD",
      of: "largest eigenvalue of P with λ_WSD = 1",
      measure: ({ bounded }) => eigenvalueEnds(bounded)[1],
      atMost: 1,
    },
    {
      says: "half of what it was or less",
      of: "largest over smallest eigenvalue of P with λ_WSD = 1 over that with 0.1",
      measure: ({ ravine, bounded }) => eigenvalueSpread(bounded) / eigenvalueSpread(ravine),
      atMost: 1 / 2,
    },
  ],
};
