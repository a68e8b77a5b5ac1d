import { isScheduled, scheduleOf } from "../experiment/interventions";
import { createSelector } from "../experiment/memo";
import type { DisplayState, ExperimentState, Intervention } from "../experiment/state";
import { timed, writeLink } from "./writeLink";

/** Longer links are cut off by some mail programs and servers. */
export const LINK_LIMIT = 2000;

/** A link to this state, and how many moves inside drags it leaves out to stay under the limit; 0 replays exactly. */
export interface StateLink {
  /** "" or "?…" */
  link: string;
  leftOut: number;
}

/** The parts of a state that a link holds. */
export type LinkSource = Pick<
  ExperimentState,
  "config" | "interventions" | "preset" | "speed" | "focusRun" | "display"
>;

/** The link to a state: experiment, view and every move. A long one keeps only where each drag ended. */
export function linkOf(state: LinkSource, display: DisplayState = state.display): StateLink {
  const { config, interventions } = state;
  const write = (made: readonly Intervention[]) => writeLink({ ...state, display }, timed(scheduleOf(config, made)));
  const full = write(interventions);
  if (full.length <= LINK_LIMIT) return { link: full, leftOut: 0 };
  const ends = interventions.filter((move, index) => isScheduled(config, move) || isEndOfDrag(interventions, index));
  return { link: write(ends), leftOut: interventions.length - ends.length };
}

function isEndOfDrag(list: readonly Intervention[], index: number): boolean {
  const move = list[index];
  return !list
    .slice(index + 1)
    .some(({ run, name, gesture }) => run === move?.run && name === move.name && gesture === move.gesture);
}

/** The link of a state; computed again only when it would change. */
export const selectLink = createSelector(linkSourceOf, (source) => linkOf(source));

/** Address of the full page in this state, relative to the embed. */
export const selectFullPageLink = createSelector(linkSourceOf, (source): string => {
  const { link } = linkOf(source, { ...source.display, layout: "page" });
  return link === "" ? "?" : link;
});

function linkSourceOf({ config, interventions, preset, speed, focusRun, display }: ExperimentState): LinkSource {
  return { config, interventions, preset, speed, focusRun, display };
}
