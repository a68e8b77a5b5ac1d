import { type SeenRace, seenRun } from "../../experiment/presets/checks/seen";
import type { LessonClaims } from "./lessonClaim";

const priced = (lambdaFsd: number, lambdaWsd: number) => ({
  optimizers: [{ id: "apo-p" as const, hyperparams: { lambdaFsd, lambdaWsd } }],
});

/** Smallest and largest eigenvalue of P at the end. */
function ends(race: SeenRace | undefined): [smallest: number, largest: number] {
  const all = race
    ? (seenRun(race, "apo-p")
        .spectra.at(-1)
        ?.layers.flatMap(({ eigenvalues }) => eigenvalues) ?? [])
    : [];
  return all.length > 0 ? [Math.min(...all), Math.max(...all)] : [Number.NaN, Number.NaN];
}

function spread(race: SeenRace | undefined): number {
  const [smallest, largest] = ends(race);
  return largest / smallest;
}

/** As the lesson starts, with weights dear, and with outputs dear. */
export const LAMBDA_WSD_CLAIMS: LessonClaims = {
  races: { start: {}, weights: priced(1, 10), outputs: priced(10, 0.1) },
  claims: [
    {
      says: "the largest is five times the smallest or more",
      of: "largest over smallest eigenvalue of P",
      measure: ({ start }) => spread(start),
      atLeast: 5,
    },
    {
      says: "none is above 1/λ_WSD",
      of: "largest eigenvalue of P, λ_WSD times, with λ_WSD = 10",
      measure: ({ weights }) => 10 * ends(weights)[1],
      atMost: 1,
    },
    {
      says: "the largest is at most one and a half times the smallest",
      of: "largest over smallest eigenvalue of P with λ_WSD = 10",
      measure: ({ weights }) => spread(weights),
      atMost: 1.5,
    },
    {
      says: "the smallest is half of the first or less",
      of: "smallest eigenvalue of P with λ_FSD = 10 over that at the start's prices",
      measure: ({ start, outputs }) => ends(outputs)[0] / ends(start)[0],
      atMost: 1 / 2,
    },
    {
      says: "the largest is still five times the smallest or more",
      of: "largest over smallest eigenvalue of P with λ_FSD = 10",
      measure: ({ outputs }) => spread(outputs),
      atLeast: 5,
    },
  ],
};
