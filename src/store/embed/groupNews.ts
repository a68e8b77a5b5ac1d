import type { ViewId } from "../../config/tables/views";
import type { Command } from "../../protocol/messages";
import type { Difference } from "./difference";
import type { GroupLook } from "./groupState";

/** Who leads, and since which change of leaders; the later one counts, of two at once the one with the greater name. */
export interface LeaderTerm {
  number: number;
  leader: string;
}

/** What a figure that does not lead was asked for; its numbers count on whoever leads. */
export interface Press {
  number: number;
  command: Command;
}

/** From one figure of a group to the others. */
export type GroupNews =
  | { act: "here"; term: LeaderTerm; views: readonly ViewId[] }
  | { act: "all"; term: LeaderTerm; count: number; state: unknown; answered: Record<string, number> }
  | { act: "news"; term: LeaderTerm; count: number; change: Difference | null; answered: Record<string, number> }
  | ({ act: "ask"; term: LeaderTerm; isSeen: boolean } & Press)
  | { act: "lost"; term: LeaderTerm }
  | { act: "look"; look: GroupLook };

export const isSameTerm = (a: LeaderTerm, b: LeaderTerm): boolean => a.number === b.number && a.leader === b.leader;

export const isLaterTerm = (a: LeaderTerm, b: LeaderTerm): boolean =>
  a.number > b.number || (a.number === b.number && a.leader > b.leader);
