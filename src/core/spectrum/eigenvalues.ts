import type { PreconditionerState } from "../../config/formulas/preconditionerState";
import type { LayerSpectrum } from "../../config/tables/metrics";
import { exactSpectrum, perLayer } from "./layerSpectrum";

/** Eigenvalues that the method knows: EKFAC's η/(s + damping), Shampoo's η·l^(−1/4)·r^(−1/4). */
export function eigenvaluesSpectrum({
  layers,
}: Extract<PreconditionerState, { kind: "eigenvalues" }>): LayerSpectrum[] {
  return perLayer(layers, (layer) => exactSpectrum(layer, "exact", Float64Array.from(layer.eigenvalues)));
}
