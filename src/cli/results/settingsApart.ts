import { hyperparamDefaults } from "../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../config/tables/hyperparams";
import type { OptimizerId } from "../../config/tables/optimizers";

/** How far two settings of a method lie apart. */
interface SettingsApart {
  /** Settings that are words and differ: base, schedule. */
  words: number;
  /** √Σ ln²(a / b) over settings that are numbers; ∞ where just one of a, b is 0. */
  logs: number;
}

/** The distance of two settings over the method's bare defaults. */
export function settingsApart(optimizer: OptimizerId, a: Partial<Hyperparams>, b: Partial<Hyperparams>): SettingsApart {
  const bare = hyperparamDefaults(optimizer);
  const [first, second] = [
    { ...bare, ...a },
    { ...bare, ...b },
  ];
  const names = Object.keys(first) as (keyof Hyperparams)[];
  const differ = names.filter((name) => first[name] !== second[name]);
  const isNumber = (name: keyof Hyperparams) => typeof first[name] === "number";
  const logs = differ.filter(isNumber).map((name) => Math.log(Number(first[name]) / Number(second[name])));
  return { words: differ.filter((name) => !isNumber(name)).length, logs: Math.hypot(...logs) };
}
