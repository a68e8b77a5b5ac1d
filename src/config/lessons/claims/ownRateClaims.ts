import { evaluated, highestRate, rateBefore, type SeenRace } from "../../experiment/presets/checks/seen";
import type { LessonClaims } from "./lessonClaim";

const of = (race: SeenRace | undefined, measure: (race: SeenRace) => number): number =>
  race ? measure(race) : Number.NaN;

/** What the preset's sentence says, and how η begins. */
export const OWN_RATE_CLAIMS: LessonClaims = {
  races: { whole: {} },
  isMeasured: true,
  claims: [
    {
      says: "By step 50 it has doubled, or more",
      of: "η before step 50 over where it started",
      measure: ({ whole }) => of(whole, (race) => rateBefore(race, "apo-lr", 50) / 1e-3),
      atLeast: 2,
    },
    {
      says: "η climbs past 0.01",
      of: "highest η",
      measure: ({ whole }) => of(whole, (race) => highestRate(race, "apo-lr")),
      atLeast: 0.01,
    },
    {
      says: "comes down by a tenth or more",
      of: "η at the end over its highest",
      measure: ({ whole }) => of(whole, (race) => rateBefore(race, "apo-lr") / highestRate(race, "apo-lr")),
      atMost: 0.9,
    },
    {
      says: "it ends within a fifth of a tuned SGDm’s loss",
      of: "distance of its training loss at the end to SGDm's, over SGDm's",
      measure: ({ whole }) =>
        of(whole, (race) =>
          Math.abs(evaluated(race, "apo-lr", "trainLoss") / evaluated(race, "sgdm", "trainLoss") - 1),
        ),
      atMost: 0.2,
    },
  ],
};
