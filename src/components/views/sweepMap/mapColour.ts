import type { SweepMapModel } from "../../../store/views/sweepMap/sweepSelectors";

/** Least and greatest share of the hue in a cell's colour: the least is still apart from a cell that is not trained. */
const SHARES = [12, 96] as const;

/** Colour of a strength from 0 to 1: one hue over the page's ground; a cell without a number has the ground's own. */
export function fillOf(strength: number | null, { shows, token }: Pick<SweepMapModel, "shows" | "token">): string {
  if (strength === null) return "var(--surface)";
  const hue = shows === "loss" ? "var(--loss)" : `var(--opt-${token})`;
  const share = SHARES[0] + strength * (SHARES[1] - SHARES[0]);
  return `color-mix(in oklab, ${hue} ${share.toFixed(1)}%, var(--surface))`;
}
