import { isDeepStrictEqual } from "node:util";
import type { Arm, Box } from "../../../config/claims/box";
import { logSpaced } from "../../../config/experiment/learningRateGrid";
import type { Hyperparams } from "../../../config/tables/hyperparams";
import { sobolPoint } from "./sobol";

/** Settings to be tried, and the arm of the box that they lie in. */
export interface BoxPoint {
  arm: number;
  settings: Partial<Hyperparams>;
}

/** To two digits, as settings are written. */
export const twoDigits = (value: number): number => Number(value.toPrecision(2));

/** Point `index`, from 1 on, of an arm's Sobol sequence, even in the logarithms of its axes. */
export function armPoint({ fixed, axes }: Arm, index: number): Partial<Hyperparams> {
  const point = sobolPoint(index, axes.length);
  const values = axes.map(({ setting, low, high }, i) => [setting, twoDigits(low * (high / low) ** (point[i] ?? 0))]);
  return { ...fixed, ...Object.fromEntries(values) };
}

/**
 * The first box: today's settings, then each arm's share: a grid with both ends on one axis, Sobol's points on several; a further point in place
 * of one that today's settings are.
 */
export function firstCandidates({ today, arms }: Box): BoxPoint[] {
  const others = arms.flatMap((arm, index) => {
    const further = Array.from({ length: SPARE_POINTS }, (_, i) => armPoint(arm, arm.count + i + 1));
    return [...armCandidates(arm), ...further]
      .filter((settings) => !isDeepStrictEqual(settings, today.settings))
      .slice(0, arm.count)
      .map((settings) => ({ arm: index, settings }));
  });
  return [today, ...others];
}

/** More than can be today's settings. */
const SPARE_POINTS = 2;

function armCandidates(arm: Arm): Partial<Hyperparams>[] {
  const { fixed, axes, count } = arm;
  const [only] = axes;
  if (only && axes.length === 1 && count > 1)
    return logSpaced(only.low, only.high, count).map((value) => ({ ...fixed, [only.setting]: value }));
  return Array.from({ length: count }, (_, i) => armPoint(arm, i + 1));
}
