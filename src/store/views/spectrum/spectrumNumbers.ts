import type { LayerSpectrum } from "../../../config/tables/metrics";
import { formatErrorBar } from "../../words/format";

/** Eigenvalues smaller than this share of the largest are rounding: a log axis would stretch to them. */
const ROUNDING = 1e-12;

/** A spectrum in four numbers. */
export interface SpectrumNumbers {
  smallest: number;
  largest: number;
  /** Largest by smallest positive eigenvalue, those that are rounding left out; null where none is positive. */
  conditionNumber: number | null;
  /** Mean times dimension. */
  trace: number;
}

const cache = new WeakMap<LayerSpectrum, SpectrumNumbers>();

/** Smallest and largest eigenvalue, condition number and trace. The same object for the same spectrum. */
export function spectrumNumbers(spectrum: LayerSpectrum): SpectrumNumbers {
  const known = cache.get(spectrum) ?? computeNumbers(spectrum);
  cache.set(spectrum, known);
  return known;
}

function computeNumbers({ eigenvalues, weights, dimension }: LayerSpectrum): SpectrumNumbers {
  const largest = eigenvalues.at(-1) ?? 0;
  const least = eigenvalues.find((value) => isDrawn(value, largest));
  const mean = eigenvalues.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
  return {
    smallest: eigenvalues[0] ?? 0,
    largest,
    conditionNumber: least === undefined ? null : largest / least,
    trace: mean * dimension,
  };
}

/** Whether an eigenvalue has a place on a log axis. */
export function isDrawn(value: number, largest: number): boolean {
  return value > 0 && value >= ROUNDING * largest;
}

/** "exact", or "estimate ±2.1 %": the error bar is of the geometric mean eigenvalue. */
export function certainty(method: LayerSpectrum["method"], standardError: number | null | undefined): string {
  if (method !== "quadrature") return "exact";
  return typeof standardError === "number" ? `estimate ${formatErrorBar(standardError)}` : "estimate";
}
