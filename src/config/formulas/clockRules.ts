import type { RunCost } from "../tables/metrics";

/** Steps between snapshots, or "clock": as often as there is time for them, beside the steps of the schedule. */
export type SnapshotRule = "clock" | number;

/** Whether the page tells seconds, or steps alone, which are the same in every run. */
export const CLOCKS = ["wall", "steps"] as const;
export type ClockRule = (typeof CLOCKS)[number];

/** What a step costs; its time is null where seconds are not told (`clockOf`). */
export type ShownCost = Omit<RunCost, "msPerStep"> & { msPerStep: number | null };

/** The rules of a page, null for what its mode says. */
interface Rules {
  snapshots: SnapshotRule | null;
  clock: ClockRule | null;
  mode: "normal" | "test";
}

/** Steps between the snapshots of a page for tests, where its link does not say. */
const EVERY = 50;

/** Steps between snapshots where they are taken at fixed steps only, so that two equal runs show the same; null: by the clock as well. */
export function snapshotsEveryOf({ snapshots, mode }: Pick<Rules, "snapshots" | "mode">): number | null {
  if (snapshots !== null) return snapshots === "clock" ? null : snapshots;
  return mode === "test" ? EVERY : null;
}

/** Whether seconds are shown: on a page for tests only where its link asks for them. */
export function clockOf({ clock, mode }: Pick<Rules, "clock" | "mode">): ClockRule {
  return clock ?? (mode === "test" ? "steps" : "wall");
}
