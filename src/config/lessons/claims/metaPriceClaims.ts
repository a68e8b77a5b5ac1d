import { type SeenRace, seenRun } from "../../experiment/presets/checks/seen";
import type { LessonClaims } from "./lessonClaim";
import { lossIn } from "./losses";

const passes = (race: SeenRace | undefined, run: string): number =>
  (race && seenRun(race, run).columns.gradientEvaluations.at(-1)) ?? Number.NaN;

/** K = 1 beside K = 10, and K = 50 in the place of the first. */
export const META_PRICE_CLAIMS: LessonClaims = {
  races: {
    start: {},
    rarer: {
      optimizers: [
        { id: "apo-p", run: "often", hyperparams: { metaUpdateInterval: 50 } },
        { id: "apo-p", run: "seldom", hyperparams: { metaUpdateInterval: 10 } },
      ],
    },
  },
  isMeasured: true,
  claims: [
    {
      says: "they end within a fifth of each other",
      of: "higher over lower training loss at the end",
      measure({ start }) {
        const both = [lossIn(start, "often"), lossIn(start, "seldom")];
        return Math.max(...both) / Math.min(...both);
      },
      atMost: 1.2,
    },
    {
      says: "six tenths of that or less",
      of: "passes with K = 10 over those with K = 1",
      measure: ({ start }) => passes(start, "seldom") / passes(start, "often"),
      atMost: 0.6,
    },
    {
      says: "its loss ends at most half as much again above that of K = 10",
      of: "training loss with K = 50 over that with K = 10",
      measure: ({ rarer }) => lossIn(rarer, "often") / lossIn(rarer, "seldom"),
      atMost: 1.5,
    },
    {
      says: "nearly all passes are those of steps",
      of: "passes with K = 50 over the steps",
      measure: ({ rarer }) => passes(rarer, "often") / (rarer?.config.steps ?? Number.NaN),
      atMost: 1.1,
    },
  ],
};
