import type { NumericHyperparam } from "../../config/tables/hyperparamNames";

/** How far apart two values are that a person would hold side by side: λ 0.1 beside λ 10. */
const FAR = 100;

/** A value worth trying beside another: a hundred times it, or a hundredth, within the slider's ends; on a straight scale an end. */
export function otherValue(
  value: number,
  { min, max, scale, integer }: Pick<NumericHyperparam, "min" | "max" | "scale" | "integer">,
): number {
  const farther = value - min > max - value ? min : max;
  if (scale === "linear" || value <= 0) return farther;
  const candidates = [value * FAR, value / FAR].map((one) => Number(one.toPrecision(2)));
  const found = candidates.find((one) => one >= min && one <= max) ?? farther;
  return integer ? Math.round(found) : found;
}
