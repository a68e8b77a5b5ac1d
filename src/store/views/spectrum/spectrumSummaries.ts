import { IDEAL_FORMS, IDEAL_NAMES } from "../../../config/formulas/ideal";
import { layerName } from "../../../config/formulas/layerWords";
import type { LayerSpectrum } from "../../../config/tables/metrics";
import { formatErrorBar, formatNumber, formatSettingValue } from "../../words/format";
import type { IdealModel } from "./idealSelectors";
import { type SpectrumNumbers, spectrumNumbers } from "./spectrumNumbers";

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
    const bar = standardError === undefined ? [] : [`its geometric mean known to ${formatErrorBar(standardError)}`];
    const range = `${layerName(layer.name)} ${rangeOf(spectrumNumbers(layer))}`;
    return [range, ...(method === "quadrature" ? ["an estimate", ...bar] : [])].join(", ");
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
    ? ` at λ_FSD ${formatSettingValue(lambdas.lambdaFsd)} and λ_WSD ${formatSettingValue(lambdas.lambdaWsd)} of ${name}`
    : "";
  const forms = layers.flatMap((layer) =>
    IDEAL_FORMS.flatMap((form) => {
      const spectrum = layer[form];
      const { name: title, formula } = IDEAL_NAMES[form];
      return spectrum ? [`${title} ${formula}, ${layerName(layer.name)} ${rangeOf(spectrumNumbers(spectrum))}`] : [];
    }),
  );
  return `${forms.length > 0 ? ` In closed form${at}: ${forms.join("; ")}.` : ""}${why ? ` ${why}` : ""}`;
}
