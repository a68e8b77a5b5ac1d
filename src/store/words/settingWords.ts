import type { NumericHyperparamName } from "../../config/tables/hyperparamNames";
import { hyperparamRange } from "../../config/tables/hyperparamRange";
import { HYPERPARAMS, type HyperparamName } from "../../config/tables/hyperparams";
import type { OptimizerId } from "../../config/tables/optimizers";
import { formatSettingValue } from "./format";

/** A value as shown beside its control: integers plain, others with two to four digits. */
export function settingText(name: HyperparamName, value: number | string): string {
  const info = HYPERPARAMS[name];
  return info.kind === "number" && info.integer ? String(value) : formatSettingValue(value);
}

/** The same in as few letters as a name has room for: "0.3", "3", "1e-4". */
export function shortSettingText(name: HyperparamName, value: number | string): string {
  const text = settingText(name, value);
  return typeof value === "number" && !text.includes("e") ? String(Number(text)) : text;
}

/** Symbol of a setting as this method calls it, "η₀" for where APO starts; its label where it has no symbol. */
export function settingSymbol(optimizer: OptimizerId, name: HyperparamName): string {
  const info =
    HYPERPARAMS[name].kind === "number" ? hyperparamRange(optimizer, name as NumericHyperparamName) : HYPERPARAMS[name];
  return info.symbol || info.label;
}

/** A setting with its value within a sentence: "η 0.50", "damping 0.010". */
export function settingPhrase(optimizer: OptimizerId, name: HyperparamName, value: number | string): string {
  const symbol = settingSymbol(optimizer, name);
  const { label } = HYPERPARAMS[name];
  return `${symbol === label ? label[0]?.toLowerCase() + label.slice(1) : symbol} ${settingText(name, value)}`;
}
