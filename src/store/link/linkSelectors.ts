import type { TimedSetting } from "../../config/experiment/shorthand";
import { scheduleOf } from "../experiment/interventions";
import { createSelector } from "../experiment/memo";
import type { DisplayState, ExperimentState, Intervention } from "../experiment/state";
import { asPage } from "./linkDisplay";
import { NUMBERS, TASK_PARAMETERS } from "./linkParameters";
import { lengthOf, linkParts, timed } from "./writeLink";

/**
 * Longer links are cut off by some mail programs; a server answers 431 where the address does not fit into its headers, of which
 * `npm start` takes 16 KB. One limit for moves, columns, settings and names.
 */
export const LINK_LIMIT = 2000;

/** A link to this state, and what it leaves out to stay under the limit; with nothing left out it replays exactly. */
export interface StateLink {
  /** "" or "?…" */
  link: string;
  moves: number;
  /** Of the moves. */
  leftOut: number;
  /** Link names of other parts that it has no room for. */
  parts: readonly string[];
}

/** Whether a link goes without something of its state. */
export const isShortened = ({ leftOut, parts }: Pick<StateLink, "leftOut" | "parts">): boolean =>
  leftOut > 0 || parts.length > 0;

/** The parts of a state that a link holds. */
export type LinkSource = Pick<
  ExperimentState,
  "config" | "interventions" | "preset" | "speed" | "focusRun" | "display"
> & { csv: Pick<ExperimentState["csv"], "file">; recorded?: ExperimentState["recorded"] };

/**
 * The link to a state: experiment, view and every move, of a drag the last of each step. A long one keeps the parts that there is
 * room for, the short ones first; in the room they leave where each drag ended, and of the moves on the way every second,
 * fourth, …
 */
export function linkOf(state: LinkSource, display: DisplayState = state.display): StateLink {
  const all = timed(scheduleOf(state.config, state.interventions));
  const isOfTrace = (state.recorded != null && display.embed.trace !== null) || display.scenes?.set != null; // says it all
  const { experiment, view, write } = linkParts({ ...state, display, csvFile: state.csv.file, isOfTrace });
  const full = write(all, () => true);
  if (full.length <= LINK_LIMIT) return { link: full, moves: all.length, leftOut: 0, parts: [] };
  const others = [...experiment, ...view].filter(([key]) => !CORE.includes(key));
  const left = new Set(others.map(([key]) => key));
  const isKept = ([key]: readonly [string, string]) => !left.has(key);
  const bare = write([], isKept);
  let length = bare.length + (bare.startsWith("?v=") ? 0 : PRESET_ROOM);
  const isView = new Set(view);
  const rank = (entry: (typeof others)[number]) => [Number(isView.has(entry)), lengthOf(entry)] as const;
  for (const entry of others.toSorted((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1])) {
    if (length + lengthOf(entry) > LINK_LIMIT) continue;
    length += lengthOf(entry);
    left.delete(entry[0]);
  }
  if (length > LINK_LIMIT) {
    left.add("opt"); // 32 names of 40 letters, beside much else; without them no move has its run
    return { link: write([], isKept), moves: all.length, leftOut: all.length, parts: [...left] };
  }
  const thinned = thinnedMoves(all, state.interventions, (moves) => write(moves, isKept));
  return { ...thinned, moves: all.length, parts: [...left] };
}

/** What version and preset take where the first other part brings them with it. */
const PRESET_ROOM = 60;

/** Parts that are kept whatever their length, which is short but for the names of many runs. */
const CORE = ["task", "opt", "grid", "backend", "schedule", ...Object.keys(NUMBERS), ...Object.keys(TASK_PARAMETERS)];

/** The link with as many moves as there is room for. */
function thinnedMoves(
  all: readonly TimedSetting[],
  made: readonly Intervention[],
  write: (moves: readonly TimedSetting[]) => string,
): Pick<StateLink, "link" | "leftOut"> {
  let link = write(all);
  if (link.length <= LINK_LIMIT) return { link, leftOut: 0 };
  const ends = new Set(endsOfDrags(all, made));
  const rules = [
    (every: number) => (move: TimedSetting, index: number) => ends.has(move) || index % every === 0,
    (every: number) => (move: TimedSetting, index: number) => ends.has(move) && index % every === 0,
  ];
  for (const rule of rules)
    for (let every = 1; every <= 2 * all.length; every *= 2) {
      const kept = all.filter(rule(every));
      link = write(kept);
      if (link.length <= LINK_LIMIT) return { link, leftOut: all.length - kept.length };
    }
  return { link: write([]), leftOut: all.length };
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
  const { link } = linkOf(source, asPage(source.display));
  return link === "" ? "?" : link;
});

function linkSourceOf(state: ExperimentState): LinkSource {
  const { config, interventions, preset, speed, focusRun, display, csv, recorded } = state;
  return { config, interventions, preset, speed, focusRun, display, csv, recorded };
}
