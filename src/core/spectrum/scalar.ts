import type { PreconditionerState } from "../../config/formulas/preconditionerState";
import type { LayerSpectrum } from "../../config/tables/metrics";
import { perLayer } from "./layerSpectrum";

/** η·I: every eigenvalue is η, so one value of weight 1 per layer. */
export function scalarSpectrum({ layers }: Extract<PreconditionerState, { kind: "scalar" }>): LayerSpectrum[] {
  return perLayer(layers, ({ name, shape: [out, inputs], learningRate }) => {
    if (!Number.isFinite(learningRate)) throw new RangeError(`its learning rate is ${learningRate}`);
    return { name, method: "exact", dimension: out * inputs, eigenvalues: [learningRate], weights: [1] };
  });
}
