import type { Arm, Axis, Box } from "../../../config/claims/box";
import { CANDIDATES } from "../../../config/claims/rules";
import type { NumericHyperparamName } from "../../../config/tables/hyperparamNames";
import type { Hyperparams } from "../../../config/tables/hyperparams";
import type { OptimizerId } from "../../../config/tables/optimizers";

/** A method as it takes part in a study: one of a race, with a box of its own. */
export interface StudyMethod {
  optimizer: OptimizerId;
  box: Box;
}

/** Methods by their names within a study. */
export type StudyMethods = Record<string, StudyMethod>;

/** Ends of an axis. */
export type Ends = readonly [low: number, high: number];

/** Axes by their settings. */
export const axesOf = (ends: Partial<Record<NumericHyperparamName, Ends>>): Axis[] =>
  Object.entries(ends).map(([setting, [low, high]]) => ({ setting: setting as NumericHyperparamName, low, high }));

/** A box of one arm, which holds today's settings. */
export function plainBox(
  ends: Partial<Record<NumericHyperparamName, Ends>>,
  today: Partial<Hyperparams>,
  fixed: Partial<Hyperparams> = {},
): Box {
  const settings = { ...fixed, ...today };
  return { today: { arm: 0, settings }, arms: [{ fixed, axes: axesOf(ends), count: CANDIDATES - 1 }] };
}

/** A box of several arms: what is left beside today's settings is dealt over those that are open, the first ones having one more. */
export function boxOfArms(arms: readonly Omit<Arm, "count">[], open: number, today: Box["today"]): Box {
  const left = CANDIDATES - 1;
  const share = (i: number) => (i < open ? Math.floor(left / open) + (i < left % open ? 1 : 0) : 0);
  return { today, arms: arms.map((arm, i) => ({ ...arm, count: share(i) })) };
}
