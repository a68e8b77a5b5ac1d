import type { LayerSpectrum } from "../../../config/tables/metrics";
import type { SpectrumCurve } from "./spectrumModels";
import { isDrawn, spectrumNumbers } from "./spectrumNumbers";

/** Decades. Quadrature gives few nodes, each standing for many eigenvalues. */
const BANDWIDTH = { dense: 0.12, exact: 0.12, quadrature: 0.2 } as const;
const BINS_PER_BANDWIDTH = 3;
const REACH = 3;

/** A curve without the run it belongs to. */
export type Density = Omit<SpectrumCurve, "run" | "name" | "token" | "variant" | "step">;

/** Decades that each point of a curve stands for. */
export const binWidth = (method: LayerSpectrum["method"]): number => BANDWIDTH[method] / BINS_PER_BANDWIDTH;

const cache = new WeakMap<LayerSpectrum, Density>();

/** Gaussian kernel density over log₁₀ of the eigenvalues, scaled to peak 1. The same object for the same spectrum. */
export function spectrumDensity(spectrum: LayerSpectrum): Density {
  const known = cache.get(spectrum);
  if (known) return known;
  const density = computeDensity(spectrum);
  cache.set(spectrum, density);
  return density;
}

function computeDensity(spectrum: LayerSpectrum): Density {
  const { eigenvalues, weights, method, standardError, dimension } = spectrum;
  const { smallest: min, largest: max, conditionNumber, trace } = spectrumNumbers(spectrum);
  const drawn = eigenvalues.flatMap((value, index) =>
    isDrawn(value, max) ? [{ log: Math.log10(value), weight: weights[index] ?? 0 }] : [],
  );
  const drawnWeight = drawn.reduce((sum, { weight }) => sum + weight, 0);
  return {
    method,
    standardError: standardError ?? null,
    ...(drawn.length > 0 ? smooth(drawn, BANDWIDTH[method]) : { points: [], peak: 0 }),
    hiddenShare: Math.max(0, 1 - drawnWeight),
    min,
    max,
    mean: trace / dimension,
    conditionNumber,
    trace,
  };
}

/** Bins linearly, then convolves with the kernel; O(values + bins). */
function smooth(drawn: readonly { log: number; weight: number }[], bandwidth: number) {
  const width = bandwidth / BINS_PER_BANDWIDTH;
  const logs = drawn.map(({ log }) => log);
  const start = Math.floor(Math.min(...logs) / width) - REACH * BINS_PER_BANDWIDTH;
  const count = Math.ceil(Math.max(...logs) / width) + REACH * BINS_PER_BANDWIDTH - start + 1;
  const bins = new Float64Array(count);
  for (const { log, weight } of drawn) {
    const place = log / width - start;
    const left = Math.floor(place);
    bins[left] = (bins[left] ?? 0) + weight * (left + 1 - place);
    bins[left + 1] = (bins[left + 1] ?? 0) + weight * (place - left);
  }
  const heights = new Float64Array(count);
  for (let from = 0; from < count; from += 1) {
    const weight = bins[from] as number;
    if (weight === 0) continue;
    KERNEL.forEach((share, index) => {
      const at = from + index - REACH * BINS_PER_BANDWIDTH;
      if (at >= 0 && at < count) heights[at] = (heights[at] as number) + weight * share;
    });
  }
  const highest = Math.max(...heights);
  const points = Array.from(heights, (height, index) => ({
    logValue: (start + index) * width,
    height: height / highest,
  }));
  return {
    points: points.filter((_, index) => isTurn(points, index)),
    peak: highest / (bandwidth * Math.sqrt(2 * Math.PI)),
  };
}

/** The Gaussian at the bins around its own. */
const KERNEL = Array.from({ length: 2 * REACH * BINS_PER_BANDWIDTH + 1 }, (_, index) => {
  const z = index / BINS_PER_BANDWIDTH - REACH;
  return Math.exp(-0.5 * z * z);
});

/** Lower than this share of the peak a curve lies on its axis: such a stretch is drawn by its ends. */
const FLAT = 1e-3;

function isTurn(points: readonly { height: number }[], index: number): boolean {
  if (index === 0 || index === points.length - 1) return true;
  return points.slice(index - 1, index + 2).some(({ height }) => height >= FLAT);
}
