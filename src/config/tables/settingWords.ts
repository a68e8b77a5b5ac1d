import type { NumericHyperparamName } from "./hyperparamNames";
import { hyperparamRange } from "./hyperparamRange";
import { type ChoiceHyperparamName, HYPERPARAMS, type HyperparamName } from "./hyperparams";
import type { OptimizerId } from "./optimizers";

/**
 * What a setting is called, in a notice as beside its slider: its symbol, "η₀" for where APO starts, or its label where it has no
 * symbol. Without a method, as most methods call it.
 */
export function settingSymbol(optimizer: OptimizerId | null, name: HyperparamName): string {
  const info = HYPERPARAMS[name];
  const own = info.kind === "number" && optimizer ? hyperparamRange(optimizer, name as NumericHyperparamName) : info;
  return own.symbol || own.label;
}

/** A choice as it is said: "Tikhonov" for the `tikhonov` of links and files; what is none of the choices stays itself. */
export function choiceText(name: ChoiceHyperparamName, choice: string): string {
  const names: Record<string, string> = HYPERPARAMS[name].names;
  return names[choice] ?? choice;
}

/** Names as links and files have them, each with its symbol: "lambdaFsd (λ_FSD), damping". */
export function settingKeys(names: readonly HyperparamName[]): string {
  const named = names.map((name) => {
    const { symbol } = HYPERPARAMS[name];
    return symbol === "" ? name : `${name} (${symbol})`;
  });
  return named.join(", ");
}
