import type { ColumnName } from "../tables/metrics";

/** How a run came to an end before its last step. */
export interface RunEnd {
  /**
   * `notFinite`: the quantity became infinite or NaN. `tooHigh`: it is the training loss, finite and above 1,000 times its first.
   * `overflow`: stored numbers went beyond a 16-bit format. `singular`: a matrix to be inverted was not positive definite. `threw`: the
   * step threw anything else.
   */
  kind: "notFinite" | "tooHigh" | "overflow" | "singular" | "threw";
  /** The first of its step that broke, in the order in which a step computes them; null where no logged quantity did. */
  quantity: ColumnName | null;
  /** Counted from 0. */
  step: number;
}
