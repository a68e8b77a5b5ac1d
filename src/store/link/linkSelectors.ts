import type { TimedSetting } from "../../config/experiment/shorthand";
import { scheduleOf } from "../experiment/interventions";
import { createSelector } from "../experiment/memo";
import type { DisplayState, ExperimentState, Intervention } from "../experiment/state";
import { timed, writeLink } from "./writeLink";

/** Longer links are cut off by some mail programs and servers. */
export const LINK_LIMIT = 2000;

/** A link to this state, and how many of its moves it leaves out to stay under the limit; 0 replays exactly. */
export interface StateLink {
  /** "" or "?…" */
  link: string;
  moves: number;
  leftOut: number;
}

/** The parts of a state that a link holds. */
export type LinkSource = Pick<
  ExperimentState,
  "config" | "interventions" | "preset" | "speed" | "focusRun" | "display"
>;

/**
 * The link to a state: experiment, view and every move, of a drag the last of each step. A long one keeps where each drag ended,
 * and of the moves on the way every second, fourth, …, as many as there is room for.
 */
export function linkOf(state: LinkSource, display: DisplayState = state.display): StateLink {
  const all = timed(scheduleOf(state.config, state.interventions));
  const write = (moves: readonly TimedSetting[]) => writeLink({ ...state, display }, moves);
  const full = write(all);
  if (full.length <= LINK_LIMIT) return { link: full, moves: all.length, leftOut: 0 };
  const ends = new Set(endsOfDrags(all, state.interventions));
  const isKept = [
    (every: number) => (move: TimedSetting, index: number) => ends.has(move) || index % every === 0,
    (every: number) => (move: TimedSetting, index: number) => ends.has(move) && index % every === 0,
  ];
  let link = full;
  let leftOut = 0;
  for (const rule of isKept)
    for (let every = 1; every <= 2 * all.length && link.length > LINK_LIMIT; every *= 2) {
      const left = all.filter(rule(every));
      link = write(left);
      leftOut = all.length - left.length;
    }
  return { link, moves: all.length, leftOut };
}

/** Moves of one setting that follow each other so closely are on the way of a drag, where it is not known which drag they are of. */
const CLOSE = 5;

/** The moves that no other of the same drag follows. */
function endsOfDrags(moves: readonly TimedSetting[], made: readonly Intervention[]): TimedSetting[] {
  const keyOf = ({ run, name }: Pick<TimedSetting, "run" | "name">) => `${run ?? ""} ${name}`;
  const drags = new Map(
    made.filter(({ gesture }) => gesture > 0).map((move) => [`${move.step} ${keyOf(move)}`, move.gesture]),
  );
  const later = new Map<string, { step: number; drag: number | undefined }>();
  return moves.toReversed().filter((move) => {
    const drag = drags.get(`${move.step} ${keyOf(move)}`);
    const next = later.get(keyOf(move));
    later.set(keyOf(move), { step: move.step, drag });
    if (!next) return true;
    return drag && next.drag ? drag !== next.drag : next.step - move.step > CLOSE;
  });
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
