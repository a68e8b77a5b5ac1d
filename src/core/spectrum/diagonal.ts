import type { PreconditionerState } from "../../config/formulas/preconditionerState";
import type { LayerSpectrum } from "../../config/tables/metrics";
import { exactSpectrum, perLayer } from "./layerSpectrum";

/** A diagonal preconditioner's eigenvalues are its entries: Adam's η/(√ν̂ + ε). */
export function diagonalSpectrum({ layers }: Extract<PreconditionerState, { kind: "diagonal" }>): LayerSpectrum[] {
  return perLayer(layers, (layer) => exactSpectrum(layer, "exact", Float64Array.from(layer.diagonal)));
}
