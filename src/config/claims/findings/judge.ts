import { HELD_OUT_SEEDS } from "../rules";
import {
  bestRival,
  type PairedDifference,
  pairedDifferences,
  type SeedValue,
  type Verdict,
  verdictOf,
} from "../verdict";
import type { ClaimComparison, Pairing } from "./finding";

/** Where on its runs a comparison is made. */
export const MOMENTS = ["end", "best", "inTime"] as const;
export type Moment = (typeof MOMENTS)[number];

/** What a pairing comes to at one moment. */
export interface Judgement {
  verdict: Verdict;
  /** Ours less the rival's on each seed that both have, above 0 where we are better; infinite where one diverged. */
  differences: readonly PairedDifference[];
}

/** A pairing of a comparison at a moment; null where that is not measured. */
export function judge(
  { entrants, isHigherBetter }: ClaimComparison,
  pairing: Pairing,
  moment: Moment,
): Judgement | null {
  const valuesOf = (name: string) => entrants.find((one) => one.name === name)?.[moment] ?? null;
  const ours = valuesOf(pairing.ours);
  const rivals = pairing.rivals.map(valuesOf);
  if (ours === null || rivals.length === 0 || rivals.includes(null)) return null;
  const rival = bestRival(rivals as (readonly SeedValue[])[], isHigherBetter);
  const differences = pairedDifferences(ours, rival, isHigherBetter);
  return { verdict: verdictOf(differences, HELD_OUT_SEEDS), differences };
}

/** Seeds on which every entrant has run. */
export const seedsInCommon = ({ entrants }: Pick<ClaimComparison, "entrants">): number[] =>
  HELD_OUT_SEEDS.filter((seed) => entrants.every(({ end }) => end.some((one) => one.seed === seed)));

/** Whether each number is below the one before; null values are not. */
export const isFalling = (values: readonly (number | null)[]): boolean =>
  values.every((value, i) => {
    const before = values[i - 1];
    return value !== null && (i === 0 || (before !== null && before !== undefined && value < before));
  });
