import type { NumericHyperparam, NumericHyperparamName } from "../../config/tables/hyperparamNames";
import type { OptimizerId } from "../../config/tables/optimizers";
import { formatSettingValue } from "../words/format";
import type { KnobModel } from "./knobModels";
import { positionOfValue, type SliderRange, stopsOf } from "./scale";

/** A knob at a value, of a run that has not been touched. Without words of its own it is known by its symbol. */
export function plainKnob(
  range: SliderRange & Pick<NumericHyperparam, "symbol"> & Partial<Pick<NumericHyperparam, "label" | "summary">>,
  { name, optimizer, value }: { name: NumericHyperparamName; optimizer: OptimizerId; value: number },
): KnobModel {
  return {
    name,
    optimizer,
    symbol: range.symbol,
    label: range.symbol,
    description: range.label ?? "",
    summary: range.summary ?? "",
    value,
    text: range.integer ? String(value) : formatSettingValue(value),
    min: range.min,
    max: range.max,
    stops: stopsOf(range),
    position: positionOfValue(range, value),
    was: null,
    inForce: null,
  };
}
