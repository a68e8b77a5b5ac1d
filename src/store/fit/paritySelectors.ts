import { createSelector } from "../experiment/memo";
import { selectFit, selectFitWhen } from "./fitSelectors";
import { type ParityRunModel, parityDomain, parityRun } from "./parityModel";
import { type ParityWords, parityWords } from "./parityWords";

/** A picture of answers against targets: its words, both axes (in the unit of the target), and every shown run. */
interface ParityDrawing {
  words: ParityWords;
  domain: readonly [number, number];
  runs: readonly ParityRunModel[];
}

/** The same with the words for which step it is; null before the first. */
export interface ParityModel extends ParityDrawing {
  when: string | null;
}

const selectDrawing = createSelector(
  (state) => ({ fit: selectFit(state) }),
  ({ fit: { picture, runs } }): ParityDrawing | null => {
    if (picture.kind !== "parity") return null;
    const domain = parityDomain(picture);
    return { words: parityWords(picture), domain, runs: runs.map((run) => parityRun(picture, run, domain)) };
  },
);

/** The parity picture at the step shown; null where the task has another picture. */
export const selectParity = createSelector(
  (state) => ({ drawing: selectDrawing(state), when: selectFitWhen(state) }),
  ({ drawing, when }): ParityModel | null => drawing && { ...drawing, when },
);
