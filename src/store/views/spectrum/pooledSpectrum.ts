import type { LayerSpectrum } from "../../../config/tables/metrics";

/** What the spectrum of all layers is called. */
export const ALL_LAYERS = "all layers";

const cache = new WeakMap<readonly LayerSpectrum[], LayerSpectrum>();

/**
 * The spectrum of the block-diagonal preconditioner of all layers, each weighing as much as its dimension, so that its trace is
 * the sum of theirs. An estimate where one of them is. The same object for the same list.
 */
export function pooledSpectrum(layers: readonly LayerSpectrum[]): LayerSpectrum {
  const known = cache.get(layers);
  if (known) return known;
  const dimension = layers.reduce((sum, layer) => sum + layer.dimension, 0);
  const isEstimate = layers.some(({ method }) => method === "quadrature");
  const pooled: LayerSpectrum = {
    name: ALL_LAYERS,
    method: isEstimate ? "quadrature" : layers.some(({ method }) => method === "exact") ? "exact" : "dense",
    dimension,
    ...merged(layers, dimension),
    ...(isEstimate ? { standardError: pooledError(layers, dimension) } : {}),
  };
  cache.set(layers, pooled);
  return pooled;
}

/** The sorted lists of all layers as one. */
function merged(layers: readonly LayerSpectrum[], dimension: number) {
  const eigenvalues: number[] = [];
  const weights: number[] = [];
  const heads = layers.map(() => 0);
  for (;;) {
    let least = -1;
    let value = Number.POSITIVE_INFINITY;
    layers.forEach((layer, index) => {
      const head = layer.eigenvalues[heads[index] ?? 0];
      if (head !== undefined && (head < value || least < 0)) [least, value] = [index, head];
    });
    const layer = layers[least];
    if (!layer) return { eigenvalues, weights };
    const head = heads[least] ?? 0;
    eigenvalues.push(value);
    weights.push(((layer.weights[head] ?? 0) * layer.dimension) / dimension);
    heads[least] = head + 1;
  }
}

/** Standard error of the mean of ln λ over all layers, whose probes are independent. */
function pooledError(layers: readonly LayerSpectrum[], dimension: number): number {
  return Math.hypot(...layers.map((layer) => ((layer.standardError ?? 0) * layer.dimension) / dimension));
}
