import { boundOf } from "./bounds";
import { POSTER_CHECKS } from "./posterChecks";
import type { Check, PresetChecks, SeenRace } from "./seen";
import { TOY_CHECKS } from "./toyChecks";

/** Of every preset whose data is here, by its id. */
export const PRESET_CHECKS: Readonly<Record<string, PresetChecks>> = { ...TOY_CHECKS, ...POSTER_CHECKS };

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

/** Checks of what changes with the seed that measured the same on all seeds, a sentence each; of each seed a number for each check. */
export const unchangedMeasures = (seeds: readonly (readonly number[])[], checks: readonly Check[]): string[] =>
  checks.flatMap(({ says, of, changes }, i) =>
    changes && new Set(seeds.map((measured) => measured[i])).size < 2
      ? [`"${says}": ${of} is the same on all seeds.`]
      : [],
  );

/**
 * Bounds that are not those of `boundOf`, a sentence each, by what was measured on the seeds that bounds are taken from: of each a number for
 * each check. Checks of the same words have one bound.
 */
export function foreignBounds(seeds: readonly (readonly number[])[], checks: readonly Check[]): string[] {
  return checks.flatMap((check) => {
    if (check.isOfWords) return [];
    const values = checks.flatMap(({ says }, i) =>
      says === check.says ? seeds.map((measured) => measured[i] ?? Number.NaN) : [],
    );
    return (["atLeast", "atMost"] as const).flatMap((side) => {
      const bound = check[side];
      const due = boundOf(side, values);
      return bound === undefined || bound === due
        ? []
        : [`"${check.says}": the bound is ${bound}, and has to be ${due}.`];
    });
  });
}
