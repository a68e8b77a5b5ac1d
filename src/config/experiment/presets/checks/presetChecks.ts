import type { Check, SeenRace } from "./seen";

/** What a preset's sentence rests on, and the runs that it reads; absent: all. A run's numbers do not depend on who else races. */
export interface PresetChecks {
  reads?: readonly string[];
  checks: readonly Check[];
}

/** What does not hold in a race, a sentence each: the words, what was measured, and the bound that it broke. */
export function brokenChecks(race: SeenRace, { checks }: PresetChecks): string[] {
  return checks.flatMap(({ says, of, measure, atLeast = -Infinity, atMost = Infinity }) => {
    const measured = measure(race);
    if (measured >= atLeast && measured <= atMost) return [];
    const bound = measured < atLeast ? `at least ${atLeast}` : `at most ${atMost}`;
    return [`"${says}", seed ${race.config.seed}: ${of} is ${measured}, and has to be ${bound}.`];
  });
}
