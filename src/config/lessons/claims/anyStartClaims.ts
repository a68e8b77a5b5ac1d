import { rateBefore, type SeenRace } from "../../experiment/presets/checks/seen";
import { SMALL_PRESETS } from "../../experiment/presets/toyPresets";
import type { LessonClaims } from "./lessonClaim";
import { lossIn } from "./losses";

const LOWEST = "eta-1e-4";
const OTHERS = ["eta-1e-3", "eta-1e-2", "eta-1e-1"] as const;

const rate = (race: SeenRace | undefined, run: string): number => (race ? rateBefore(race, run) : Number.NaN);
const ratio = (values: readonly number[]): number => Math.max(...values) / Math.min(...values);

const optimizers = SMALL_PRESETS.find(({ id }) => id === "four-starts")?.experiment.optimizers ?? [];

/** The preset, and the same with K = 50 for the run that starts lowest. */
export const ANY_START_CLAIMS: LessonClaims = {
  races: {
    often: {},
    seldom: {
      optimizers: optimizers.map((one) =>
        one.run === LOWEST ? { ...one, hyperparams: { ...one.hyperparams, metaUpdateInterval: 50 } } : one,
      ),
    },
  },
  isMeasured: true,
  claims: [
    {
      says: "losses within a fifth of each other",
      of: "highest over lowest training loss at the end",
      measure: ({ often }) => ratio([LOWEST, ...OTHERS].map((run) => lossIn(often, run))),
      atMost: 1.2,
    },
    {
      says: "rates within a factor of two",
      of: "highest over lowest η at the end",
      measure: ({ often }) => ratio([LOWEST, ...OTHERS].map((run) => rate(often, run))),
      atMost: 2,
    },
    {
      says: "its loss at twice the others’ or more",
      of: "training loss of the run with K = 50 over the highest of the others",
      measure: ({ seldom }) => lossIn(seldom, LOWEST) / Math.max(...OTHERS.map((run) => lossIn(seldom, run))),
      atLeast: 2,
    },
  ],
};
