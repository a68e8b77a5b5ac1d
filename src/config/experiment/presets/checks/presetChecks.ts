import type { Check, SeenRace } from "./seen";

/** What a preset's sentence rests on, and the runs that it reads; absent: all. A run's numbers do not depend on who else races. */
export interface PresetChecks {
  reads?: readonly string[];
  /** The last step that is read; absent: the race's own. */
  until?: number;
  checks: readonly Check[];
}

/** What does not hold in a race, a sentence each: the words, what was measured, and the bound that it broke. */
export const brokenChecks = (race: SeenRace, { checks }: PresetChecks): string[] =>
  brokenMeasures(
    race.config.seed,
    checks.map(({ measure }) => measure(race)),
    checks,
  );

/** As `brokenChecks`, of what was measured on a seed: a number for each check. */
export function brokenMeasures(seed: number, measured: readonly number[], checks: readonly Check[]): string[] {
  return checks.flatMap(({ says, of, atLeast = -Infinity, atMost = Infinity }, i) => {
    const value = measured[i] ?? Number.NaN;
    if (value >= atLeast && value <= atMost) return [];
    const bound = value < atLeast ? `at least ${atLeast}` : `at most ${atMost}`;
    return [`"${says}", seed ${seed}: ${of} is ${value}, and has to be ${bound}.`];
  });
}
