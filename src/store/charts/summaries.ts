import { IDEAL_FORMS, IDEAL_NAMES } from "../../config/formulas/ideal";
import type { LayerSpectrum } from "../../config/tables/metrics";
import type { ChartSeries, MarkerModel, ObjectivePoint } from "../viewModels";
import type { IdealModel } from "../views/spectrum/ideal";
import { type SpectrumNumbers, spectrumNumbers } from "../views/spectrum/spectrumNumbers";
import { formatErrorBar, formatNumber, formatSetting } from "../words/format";
import { formatRate, type GridBand } from "./gridBand";

/** A time chart in words: where each shown run began and stands, what stopped, and the last move. */
export function chartSummary(title: string, series: readonly ChartSeries[], markers: readonly MarkerModel[]): string {
  const shown = series.filter(({ visibility, points }) => visibility === "shown" && points.length > 0);
  if (shown.length === 0) return `${title}: nothing trained yet.`;
  const latest = Math.max(...shown.map(({ last }) => last?.step ?? 0));
  const runs = shown.map(({ name, points, last, status, message }) => {
    const stopped = status === "diverged" || status === "failed" ? `, ${message ?? status}` : "";
    return `${name} ${formatNumber(last?.y ?? Number.NaN)} (from ${formatNumber(points[0]?.y ?? Number.NaN)})${stopped}`;
  });
  return `${title} at step ${latest}: ${runs.join("; ")}.${lastMove(markers)}`;
}

/** A grid of fixed learning rates in words, after those of its chart; "" where there is none to see. */
export function bandSummary(band: GridBand | null): string {
  const last = band?.points.at(-1);
  if (!band || !last || band.visibility === "hidden" || band.bestRate === null) return "";
  return ` ${band.name}: from ${formatNumber(last.low)} to ${formatNumber(last.high)}, best η ${formatRate(band.bestRate)}.`;
}

/** The proximal objective in words. */
export function objectiveSummary(
  name: string | null,
  point: ObjectivePoint | null,
  markers: readonly MarkerModel[],
): string {
  if (name === null) return "Objective: no APO method races.";
  if (!point) return `Objective of ${name}: no meta-update yet.`;
  const { step, total, loss, fsd, wsd } = point;
  const parts = [`loss ${formatNumber(loss)}`, `λ_FSD·FSD ${formatNumber(fsd)}`, `λ_WSD·WSD ${formatNumber(wsd)}`];
  return `Objective of ${name} at step ${step}: Q ${formatNumber(total)} = ${parts.join(" + ")}.${lastMove(markers)}`;
}

/** The spectra in words: range and condition number per layer of one run, and the ideal or why there is none. */
export function spectrumSummary(
  name: string | null,
  step: number | null,
  layers: readonly LayerSpectrum[],
  ideal: IdealModel,
): string {
  if (name === null || step === null) return "Spectrum: not measured yet.";
  const ranges = layers.map((layer) => {
    const { method, standardError } = layer;
    const bar = standardError === undefined ? "" : ` with a geometric mean known to ${formatErrorBar(standardError)}`;
    return `${layer.name} ${rangeOf(spectrumNumbers(layer))}${method === "quadrature" ? `, an estimate${bar}` : ""}`;
  });
  const own =
    layers.length === 0
      ? `${name} has no preconditioner that does not depend on the gradient, so there is no spectrum.`
      : `Eigenvalues of the preconditioner of ${name} at step ${step}: ${ranges.join("; ")}.`;
  return `${own}${idealSummary(ideal)}`;
}

/** "0.01000 to 2.000, condition number 200.0" */
export function rangeOf({ smallest, largest, conditionNumber }: SpectrumNumbers): string {
  const condition = conditionNumber === null ? "" : `, condition number ${formatNumber(conditionNumber)}`;
  return `${formatNumber(smallest)} to ${formatNumber(largest)}${condition}`;
}

/** The overlays in words, after those of a chart; "" where nothing is known yet. */
export function idealSummary({ layers, lambdas, name, why }: IdealModel): string {
  const at = lambdas
    ? ` at λ_FSD ${formatSetting(lambdas.lambdaFsd)} and λ_WSD ${formatSetting(lambdas.lambdaWsd)} of ${name}`
    : "";
  const forms = layers.flatMap((layer) =>
    IDEAL_FORMS.flatMap((form) => {
      const spectrum = layer[form];
      const { name: title, formula } = IDEAL_NAMES[form];
      return spectrum ? [`${title} ${formula}, ${layer.name} ${rangeOf(spectrumNumbers(spectrum))}`] : [];
    }),
  );
  return `${forms.length > 0 ? ` In closed form${at}: ${forms.join("; ")}.` : ""}${why ? ` ${why}` : ""}`;
}

function lastMove(markers: readonly MarkerModel[]): string {
  const last = markers.at(-1);
  return last ? ` Last move: ${last.text} at step ${last.step}.` : "";
}
