import type { NumericHyperparamName } from "../tables/hyperparamNames";
import { hyperparamRange } from "../tables/hyperparamRange";
import { HYPERPARAM_NAMES, HYPERPARAMS, type HyperparamName } from "../tables/hyperparams";
import type { OptimizerId } from "../tables/optimizers";
import { settingSymbol } from "../tables/settingWords";
import { checkChoice, checkNumber, type NumberRule, type Report } from "./checks";

/** Finds a hyperparameter by its exact name. */
export function isHyperparamName(name: string): name is HyperparamName {
  return (HYPERPARAM_NAMES as string[]).includes(name);
}

/** A value of a method's hyperparameter within its limits; what is not is clamped, or the fallback taken, and reported. */
export function checkHyperparam(
  optimizer: OptimizerId,
  name: HyperparamName,
  value: unknown,
  fallback: number | string,
  owner: string,
  report: Report,
): number | string {
  const info = HYPERPARAMS[name];
  const thing = `${settingSymbol(optimizer, name)} of ${owner}`;
  if (info.kind === "choice") return checkChoice<string>(thing, value, info.choices, String(fallback), report);
  const { limits, integer, min, max } = hyperparamRange(optimizer, name as NumericHyperparamName);
  const rule: NumberRule = {
    ...limits,
    integer,
    lowest: limits.open === "min" || limits.open === "both" ? min : limits.min,
    highest: limits.open === "max" || limits.open === "both" ? max : limits.max,
  };
  return checkNumber(thing, value, rule, Number(fallback), report);
}
