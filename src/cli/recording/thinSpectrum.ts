import type { LayerSpectrum } from "../../config/tables/metrics";

/** Eigenvalues that a recording keeps of a layer at a step. */
const MOST_EIGENVALUES = 64;

/**
 * A spectrum of at most 64 values: the smallest, the largest, and between them those at which (i + ½)/64 of the layer's eigenvalues
 * lie below. A share of eigenvalues read off it is off by at most 1/64.
 */
export function thinSpectrum(layer: LayerSpectrum): LayerSpectrum {
  const { eigenvalues, weights } = layer;
  if (eigenvalues.length <= MOST_EIGENVALUES) return layer;
  let at = 0;
  let below = weights[0] ?? 0;
  const kept = Array.from({ length: MOST_EIGENVALUES }, (_, i) => {
    const share = (i + 0.5) / MOST_EIGENVALUES;
    while (below < share && at < eigenvalues.length - 1) {
      at += 1;
      below += weights[at] ?? 0;
    }
    return eigenvalues[at] ?? 0;
  });
  kept[0] = eigenvalues[0] ?? 0;
  kept[kept.length - 1] = eigenvalues.at(-1) ?? 0;
  return { ...layer, eigenvalues: kept, weights: kept.map(() => 1 / MOST_EIGENVALUES) };
}
