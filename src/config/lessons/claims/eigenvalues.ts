import { type SeenRace, seenRun } from "../../experiment/presets/checks/seen";

/** Smallest and largest eigenvalue of APO-P's P at the end; NaN where there is none. */
export function eigenvalueEnds(race: SeenRace | undefined): [smallest: number, largest: number] {
  const all = race
    ? (seenRun(race, "apo-p")
        .spectra.at(-1)
        ?.layers.flatMap(({ eigenvalues }) => eigenvalues) ?? [])
    : [];
  return all.length > 0 ? [Math.min(...all), Math.max(...all)] : [Number.NaN, Number.NaN];
}

/** The largest over the smallest. */
export function eigenvalueSpread(race: SeenRace | undefined): number {
  const [smallest, largest] = eigenvalueEnds(race);
  return largest / smallest;
}
