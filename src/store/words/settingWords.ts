import { type ChoiceHyperparamName, HYPERPARAMS, type HyperparamName } from "../../config/tables/hyperparams";
import type { OptimizerId } from "../../config/tables/optimizers";
import { choiceText, settingSymbol } from "../../config/tables/settingWords";
import { formatSettingValue } from "./format";

/** A value as shown beside its control: integers plain, others with two to four digits, a choice by its name. */
export function settingText(name: HyperparamName, value: number | string): string {
  const info = HYPERPARAMS[name];
  if (info.kind === "choice") return choiceText(name as ChoiceHyperparamName, String(value));
  return info.integer ? String(value) : formatSettingValue(value);
}

/** The same in as few letters as a name has room for: "0.3", "3", "1e-4". */
export function shortSettingText(name: HyperparamName, value: number | string): string {
  const text = settingText(name, value);
  return typeof value === "number" && !text.includes("e") ? String(Number(text)) : text;
}

/** A setting with its value within a sentence: "η 0.50", "damping 0.010". */
export function settingPhrase(optimizer: OptimizerId, name: HyperparamName, value: number | string): string {
  const symbol = settingSymbol(optimizer, name);
  const { label } = HYPERPARAMS[name];
  return `${symbol === label ? label[0]?.toLowerCase() + label.slice(1) : symbol} ${settingText(name, value)}`;
}
