import { IDEAL_FORMS, IDEAL_NAMES, type IdealForm } from "../../../config/formulas/ideal";
import { layerName } from "../../../config/formulas/layerWords";
import { learnedWords } from "../../../config/formulas/learnedWords";
import type { LayerSpectrum } from "../../../config/tables/metrics";
import type { SeriesModel } from "../../charts/chartModels";
import { selectSeries } from "../../charts/seriesSelectors";
import { snapshotAt } from "../../experiment/history";
import { createListSelector, createSelector } from "../../experiment/memo";
import { shownStep } from "../../experiment/shownStep";
import type { SpectrumSnapshot } from "../../experiment/state";
import { atStep, nameAt } from "../../words/atStep";
import { type IdealModel, selectIdeal } from "./idealSelectors";
import { ALL_LAYERS, pooledSpectrum } from "./pooledSpectrum";
import { type SortedPoint, sortedSpectrum } from "./sortedSpectrum";
import { type Density, spectrumDensity } from "./spectrumCurve";
import { type SpectrumNumbers, spectrumNumbers } from "./spectrumNumbers";
import { layerOf, withAllLayers } from "./spectrumSelectors";
import { idealSummary, rangeOf } from "./spectrumSummaries";

/** A spectrum of the run shown over time, as measured at `step` and held until the next. */
export interface HeatColumn {
  step: number;
  until: number;
  density: Density;
}

/** Eigenvalues of one run by step. */
export interface HeatModel {
  identity: SeriesModel | null;
  columns: readonly HeatColumn[];
}

/** Sorted eigenvalues of a run, or of the ideal in one form, and its numbers. */
export interface SortedCurve extends SpectrumNumbers, Pick<LayerSpectrum, "method" | "standardError"> {
  key: string;
  /** A run's name, or "ideal (H + λ_FSD G + λ_WSD I)⁻¹". */
  name: string;
  identity: SeriesModel | null;
  form: IdealForm | null;
  points: readonly SortedPoint[];
}

/** Every shown run and the ideal at one step. */
export interface SortedModel {
  layer: string;
  /** What can be chosen. */
  layers: readonly string[];
  /** What APO-P learns in the chosen layer, and what KFAC does; null of all layers. */
  learned: string | null;
  /** Of the run shown over time; null before the first. */
  step: number | null;
  /** "at step 96, kept last before 200" */
  when: string;
  curves: readonly SortedCurve[];
  /** log₁₀ of the smallest and largest eigenvalue drawn, at any step; null where there is none. */
  range: readonly [number, number] | null;
  /** Names of runs that have none. */
  without: readonly string[];
  /** Why an overlay is missing; null where none is. */
  why: string | null;
  summary: string;
}

const selectSpectra = createListSelector(({ runs }) => runs.map(({ spectra }) => spectra));
const selectLayerShapes = createListSelector(({ runs }) => runs.find(({ layers }) => layers.length > 0)?.layers ?? []);

/** Layers that can be chosen, and the chosen one; all of them as one where the choice is not among them. */
const selectLayers = createSelector(
  (state) => ({ shapes: selectLayerShapes(state), wanted: state.display.spectrumLayer }),
  ({ shapes, wanted }) => {
    const layers = withAllLayers(shapes).map(({ name }) => name);
    const layer = layers.find((name) => name === wanted) ?? layers[0] ?? ALL_LAYERS;
    const chosen = shapes.find(({ name }) => name === layer);
    return { layers, layer, learned: chosen ? learnedWords(chosen, shapes) : null };
  },
);

/** Shown runs with their histories, and which is shown over time: the focus run where it is shown, else the first. */
const selectShown = createSelector(
  (state) => ({ spectra: selectSpectra(state), identities: selectSeries(state), focusRun: state.focusRun }),
  ({ spectra, identities, focusRun }) => {
    const shown = identities.flatMap((identity, index) =>
      identity.visibility === "shown" ? [{ identity, history: spectra[index] ?? [] }] : [],
    );
    const drawn = shown.filter(({ history }) => history.some(({ layers }) => layers.length > 0));
    return { shown, focus: drawn.find(({ identity }) => identity.run === focusRun) ?? drawn[0] };
  },
);

/** The focus run's eigenvalues of the chosen layer at every snapshot. */
export const selectSpectrumHeat = createSelector(
  (state) => ({ focus: selectShown(state).focus, layer: selectLayers(state).layer, reached: state.step }),
  ({ focus, layer, reached }): HeatModel => ({
    identity: focus?.identity ?? null,
    columns: (focus?.history ?? []).flatMap(({ step, layers }, index, history) => {
      const spectrum = layerOf(layers, layer);
      const until = history[index + 1]?.step ?? Math.max(reached, step);
      return spectrum ? [{ step, until, density: spectrumDensity(spectrum) }] : [];
    }),
  }),
);

/** The chosen layer of every shown run at the step shown, sorted, with the ideal; and numbers of each. */
export const selectSortedSpectra = createSelector(
  (state) => ({ ...selectLayers(state), ...selectShown(state), at: shownStep(state), ideal: selectIdeal(state) }),
  ({ layer, layers, learned, shown, focus, at, ideal }): SortedModel => {
    const step = (focus && snapshotAt(focus.history, at)?.step) ?? null;
    const curves = shown.flatMap(({ identity, history }): SortedCurve[] => {
      const snapshot = snapshotAt(history, at);
      const spectrum = layerOf(snapshot?.layers ?? [], layer);
      const name = nameAt(identity.name, snapshot?.step ?? 0, step ?? 0);
      return spectrum ? [curveOf(identity.run, name, spectrum, identity, null)] : [];
    });
    const ideals = IDEAL_FORMS.flatMap((form): SortedCurve[] => {
      const spectrum = idealOf(ideal, layer, form);
      const { name, formula } = IDEAL_NAMES[form];
      return spectrum ? [curveOf(form, `${name} ${formula}`, spectrum, null, form)] : [];
    });
    const all = [...curves, ...ideals];
    return {
      layer,
      layers,
      learned,
      step,
      when: step === null ? "not measured yet" : atStep(step, at),
      curves: all,
      range: rangeOfAll(
        layer,
        shown.map(({ history }) => history),
        ideals,
      ),
      without: shown
        .filter(({ history }) => history.length > 0 && history.every((snapshot) => snapshot.layers.length === 0))
        .map(({ identity }) => identity.name),
      why: ideal.why,
      summary: sortedSummary(layer, step, curves, ideal),
    };
  },
);

function curveOf(
  key: string,
  name: string,
  spectrum: LayerSpectrum,
  identity: SeriesModel | null,
  form: IdealForm | null,
): SortedCurve {
  const { method, standardError } = spectrum;
  const points = sortedSpectrum(spectrum);
  return { key, name, identity, form, method, standardError, points, ...spectrumNumbers(spectrum) };
}

/** The ideal of a layer, or of all as one. */
function idealOf({ layers }: IdealModel, layer: string, form: IdealForm): LayerSpectrum | null {
  if (layer !== ALL_LAYERS) return layers.find(({ name }) => name === layer)?.[form] ?? null;
  const known = layers.flatMap((one) => one[form] ?? []);
  return known.length > 0 && known.length === layers.length ? pooledSpectrum(known) : null;
}

/** Over every snapshot, so that the axis stands still while one looks back. */
function rangeOfAll(
  layer: string,
  histories: readonly (readonly SpectrumSnapshot[])[],
  ideals: readonly SortedCurve[],
): readonly [number, number] | null {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  const widen = ({ largest, conditionNumber }: SpectrumNumbers) => {
    if (conditionNumber === null) return;
    low = Math.min(low, largest / conditionNumber);
    high = Math.max(high, largest);
  };
  for (const { layers } of histories.flat()) {
    for (const one of layers) if (layer === ALL_LAYERS || one.name === layer) widen(spectrumNumbers(one));
  }
  for (const ideal of ideals) widen(ideal);
  return high > 0 ? [Math.log10(low), Math.log10(high)] : null;
}

function sortedSummary(layer: string, step: number | null, curves: readonly SortedCurve[], ideal: IdealModel): string {
  if (step === null) return "Spectrum over time: not measured yet.";
  const runs = curves.map((curve) => `${curve.name} ${rangeOf(curve)}`);
  return `Eigenvalues of ${layerName(layer)} at step ${step}: ${runs.join("; ")}.${idealSummary(ideal)}`;
}
