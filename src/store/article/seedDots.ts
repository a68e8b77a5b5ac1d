import type { ClaimComparison, ClaimEntrant } from "../../config/claims/findings/finding";
import { seedRange } from "../../config/claims/verdict";
import { claimValueText, rangeText } from "../words/claims/claimValues";
import { entrantName } from "../words/claims/entrantWords";
import { posterScore } from "../words/claims/posterWords";

/** An entrant as a row of dots on the axis that all share. */
export interface DotRow {
  /** Its key among the rows. */
  id: string;
  name: string;
  optimizer: ClaimEntrant["optimizer"];
  /** Median and range, or that it has not run. */
  text: string;
  /** "the poster: 77.42 %"; null where it has no number. */
  poster: string | null;
  /** Of each seed that did not diverge, from 0 at the left end of the axis to 1; not those of seeds without a value. */
  dots: readonly { seed: number; place: number }[];
  /** Place of the median; null where there is no dot. */
  median: number | null;
}

/** Rows of dots with the ends of their axis in words; no ends where there is no dot. */
export interface DotPlot {
  rows: readonly DotRow[];
  ends: readonly [low: string, high: string] | null;
  isLog: boolean;
}

/** Values that lie further apart than this factor are drawn by their logarithms. */
const MOST_LINEAR = 20;

/** What each entrant came to at its end, one dot for each seed, on one axis. */
export function dotPlot(comparison: ClaimComparison): DotPlot {
  const all = comparison.entrants.flatMap(({ end }) => end.flatMap(({ value }) => value ?? []));
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const isLog = comparison.quantity === "trainLoss" && low > 0 && high / low > MOST_LINEAR;
  const scale = isLog ? Math.log : (value: number) => value;
  const placeOf = (value: number) => (high === low ? 0.5 : (scale(value) - scale(low)) / (scale(high) - scale(low)));
  const rows = comparison.entrants.map((entrant): DotRow => {
    const { name: id, optimizer, end } = entrant;
    const median = seedRange(end.map(({ value }) => value))?.median;
    const score = posterScore(comparison, entrant);
    return {
      ...{ id, name: entrantName(entrant), optimizer, text: rangeText(comparison, end) },
      poster: score && `the poster: ${score}`,
      dots: end.flatMap(({ seed, value }) => (value === null ? [] : { seed, place: placeOf(value) })),
      median: median === undefined ? null : placeOf(median),
    };
  });
  const text = (value: number) => claimValueText(comparison, value);
  return { rows, ends: all.length === 0 ? null : [text(low), text(high)], isLog };
}
