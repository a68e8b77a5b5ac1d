import { layerName } from "../../config/formulas/layerWords";
import type { LayerShape } from "../../config/formulas/preconditionerState";
import type { LayerSpectrum } from "../../config/tables/metrics";
import type { MatrixValues } from "../linalg/psd";

/** A spectrum never holds more values than this. */
const MAX_VALUES = 512;

/**
 * The spectrum of a layer from all its eigenvalues, in any order (they are sorted in place). Above 512 values, the
 * smallest and the largest stay as they are and equal groups between them become their means, which keeps the trace.
 * Throws when a value is not finite.
 */
export function exactSpectrum(
  { name }: LayerShape,
  method: "dense" | "exact",
  eigenvalues: Float64Array,
): LayerSpectrum {
  const dimension = eigenvalues.length;
  requireFinite("preconditioner", eigenvalues);
  eigenvalues.sort();
  if (dimension <= MAX_VALUES) {
    const weights = new Array<number>(dimension).fill(1 / dimension);
    return { name, method, dimension, eigenvalues: [...eigenvalues], weights };
  }
  const inner = eigenvalues.subarray(1, dimension - 1);
  const groups = MAX_VALUES - 2;
  const values = [eigenvalues[0] as number];
  const weights = [1 / dimension];
  for (let group = 0; group < groups; group++) {
    const from = Math.round((group * inner.length) / groups);
    const to = Math.round(((group + 1) * inner.length) / groups);
    let sum = 0;
    for (let i = from; i < to; i++) sum += inner[i] as number;
    values.push(sum / (to - from));
    weights.push((to - from) / dimension);
  }
  values.push(eigenvalues[dimension - 1] as number);
  weights.push(1 / dimension);
  return { name, method, dimension, eigenvalues: values, weights };
}

/** Throws an error that says which of a layer's arrays holds what. */
export function requireFinite(what: string, values: MatrixValues): void {
  const bad = values.find((value) => !Number.isFinite(value));
  if (bad !== undefined) throw new RangeError(`its ${what} holds ${bad}`);
}

/** The spectrum of each layer; an error names the layer it came from. */
export function perLayer<Layer extends LayerShape>(
  layers: readonly Layer[],
  spectrum: (layer: Layer) => LayerSpectrum,
): LayerSpectrum[] {
  return layers.map((layer) => {
    try {
      return spectrum(layer);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`In ${layerName(layer.name)}: ${reason}`, { cause: error });
    }
  });
}
