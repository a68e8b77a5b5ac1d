import type { ExperimentInput } from "../../experiment/experiment";
import type { Check, SeenRace } from "../../experiment/presets/checks/seen";

/** Races of a lesson by name: what of each differs from the lesson's own start. */
type LessonRaces = Readonly<Record<string, Partial<ExperimentInput>>>;

/** What holds some words of a lesson: a number of its trained races, and what it must be on every seed. */
interface LessonClaim extends Omit<Check, "measure"> {
  measure: (races: Readonly<Record<string, SeenRace>>) => number;
}

/** What a lesson says, and the races that it is seen in; each is trained on three seeds by a test. */
export interface LessonClaims {
  races: LessonRaces;
  /** Losses over all data are read, every 50 steps, and not rows alone. */
  isMeasured?: true;
  claims: readonly LessonClaim[];
}
