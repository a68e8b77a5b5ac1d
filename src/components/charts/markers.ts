import type { HyperparamName } from "../../config/hyperparams";
import type { MarkerModel } from "../../store/viewModels";

const COLORS: Partial<Record<HyperparamName, string>> = { lambdaFsd: "var(--fsd)", lambdaWsd: "var(--wsd)" };

/** Colour of a slider and of the rule it leaves in the charts: the quantity's, or neutral. */
export function markerColor(name: HyperparamName): string {
  return COLORS[name] ?? "var(--ink-muted)";
}

/** Identity of a marker among those of a chart. */
export function markerKey({ run, name, gesture, step }: MarkerModel): string {
  return `${run} ${name} ${gesture} ${step}`;
}
