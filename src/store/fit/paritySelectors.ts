import { createSelector } from "../experiment/memo";
import { selectFit } from "./fitSelectors";
import { type ParityRunModel, parityDomain, parityRun } from "./parityModel";
import { type ParityWords, parityWords } from "./parityWords";

/** A picture of answers against targets: its words, both axes (in the unit of the target), and every shown run. */
export interface ParityModel {
  words: ParityWords;
  domain: readonly [number, number];
  runs: readonly ParityRunModel[];
}

/** The parity picture at the step shown; null where the task has another picture. */
export const selectParity = createSelector(
  (state) => ({ fit: selectFit(state) }),
  ({ fit: { picture, runs } }): ParityModel | null => {
    if (picture.kind !== "parity") return null;
    const domain = parityDomain(picture);
    return { words: parityWords(picture), domain, runs: runs.map((run) => parityRun(picture, run, domain)) };
  },
);
