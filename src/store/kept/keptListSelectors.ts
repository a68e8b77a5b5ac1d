import { createSelector } from "../experiment/memo";
import type { ExperimentState } from "../experiment/state";
import { keptNames } from "./keptNames";
import { sizeText } from "./keptNotices";
import type { KeptRun } from "./keptRecords";

/** A kept run in the list. */
export interface KeptModel {
  id: string;
  name: string;
  /** "312 of 600 steps" */
  steps: string;
  savedAt: number;
  /** "1.2 MB" */
  size: string;
  isPinned: boolean;
  isHidden: boolean;
  /** It is what the page trains. */
  isHere: boolean;
}

/** The kept runs, newest first. `here` is the one on the page. */
export function keptList(runs: readonly KeptRun[], here: string | null): readonly KeptModel[] {
  const names = keptNames(runs);
  return runs.toReversed().map(({ id, step, config, savedAt, bytes, isPinned, isHidden }) => ({
    ...{ id, isPinned, isHidden },
    name: names.get(id)?.name ?? "",
    steps: `${step} of ${config.steps} steps`,
    savedAt,
    size: sizeText(bytes),
    isHere: id === here,
  }));
}

/** How much is kept, in words. */
export function keptSizeText(runs: readonly KeptRun[], limitBytes: number): string {
  const bytes = runs.reduce((sum, run) => sum + run.bytes, 0);
  return `${sizeText(bytes)} of at most ${sizeText(limitBytes)}`;
}

/** Why this page keeps nothing by its link; null where it does. */
export const selectNotKeeping = createSelector(
  ({ display }: ExperimentState) => ({ mode: display.mode, layout: display.layout, keeping: display.keeping }),
  ({ mode, layout, keeping }): string | null => {
    if (keeping === "on" || (keeping === null && mode === "normal" && layout === "page")) return null;
    if (keeping === "off") return "This page keeps no runs: its link says keep=0.";
    return `${layout === "embed" ? "An embed" : "A page for tests"} keeps no runs, unless its link says keep=1.`;
  },
);
