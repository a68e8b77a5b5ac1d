import { rateBefore, type SeenRace } from "../../experiment/presets/checks/seen";
import type { LessonClaims } from "./lessonClaim";

/** The race with both moves, the first at a step, and each with 100 steps behind it. */
const movedAt = (step: number) => ({
  steps: step + 200,
  interventions: [
    { step, run: "apo-lr", name: "lambdaFsd", value: 10 },
    { step: step + 100, run: "apo-lr", name: "lambdaFsd", value: 0.1 },
  ],
});

const after = (race: SeenRace | undefined, steps: number): number => {
  if (!race) return Number.NaN;
  const first = race.config.interventions[0]?.step ?? 0;
  return rateBefore(race, "apo-lr", first + steps) / rateBefore(race, "apo-lr", first + steps - 100);
};

const EARLY_AND_LATE = ["early", "late"] as const;

/** A reader may move early or late. */
export const LAMBDA_FSD_CLAIMS: LessonClaims = {
  races: { early: movedAt(120), late: movedAt(400) },
  claims: EARLY_AND_LATE.flatMap((race) => [
    {
      says: "in 100 steps it falls to half or less",
      of: `η 100 steps after the move up over η before it, moved ${race}`,
      measure: (races) => after(races[race], 100),
      atMost: 1 / 2,
    },
    {
      says: "it climbs to more than twice as much",
      of: `η 100 steps after the move down over η before it, moved ${race}`,
      measure: (races) => after(races[race], 200),
      atLeast: 2,
    },
  ]),
};
