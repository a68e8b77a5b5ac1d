import { IDEAL_FORMS, IDEAL_NAMES, type IdealForm } from "../../../config/formulas/ideal";
import { layerName } from "../../../config/formulas/layerWords";
import type { LayerShape } from "../../../config/formulas/preconditionerState";
import type { LayerSpectrum } from "../../../config/tables/metrics";
import type { SeriesModel } from "../../charts/chartModels";
import { selectSeries } from "../../charts/seriesSelectors";
import { createListSelector, createSelector } from "../../experiment/memo";
import { shownStep } from "../../experiment/shownStep";
import type { SpectrumSnapshot } from "../../experiment/state";
import { nameAt } from "../../words/atStep";
import { formatErrorBar } from "../../words/format";
import { drawnLayers } from "./drawnLayers";
import { type IdealModel, selectIdeal } from "./idealSelectors";
import { ALL_LAYERS, pooledSpectrum } from "./pooledSpectrum";
import { spectrumDensity } from "./spectrumCurve";
import type { IdealCurve, SpectrumCurve, SpectrumLayerModel, SpectrumModel } from "./spectrumModels";
import { spectrumSummary } from "./spectrumSummaries";

/** Older curves drawn behind the current one. */
const RIDGE_LIMIT = 7;

const selectSpectra = createListSelector(({ runs }) => runs.map(({ spectra }) => spectra));
const selectLayers = createListSelector(({ runs }) => runs.find(({ layers }) => layers.length > 0)?.layers ?? []);

/** A run that is drawn, with the snapshot of the step looked at and the older ones of the ridge. */
interface Shown {
  identity: SeriesModel;
  now: SpectrumSnapshot;
  before: readonly SpectrumSnapshot[];
}

/** Spectra of the implied preconditioners at the step shown, of all layers and of each; older ones of the focus run. */
export const selectSpectrum = createSelector(
  (state) => ({
    spectra: selectSpectra(state),
    identities: selectSeries(state),
    layers: selectLayers(state),
    chosen: state.display.spectrumLayer,
    focusRun: state.focusRun,
    shown: shownStep(state),
    ideal: selectIdeal(state),
  }),
  ({ spectra, identities, layers, chosen, focusRun, shown: at, ideal }): SpectrumModel => {
    const drawn = drawnLayers(layers, chosen);
    const names = new Set(drawn.map(({ name }) => name));
    const shown = identities.flatMap((identity, index): Shown[] => {
      const upTo = (spectra[index] ?? []).filter(({ step }) => step <= (at ?? Number.POSITIVE_INFINITY));
      const now = upTo.at(-1);
      return identity.visibility === "shown" && now ? [{ identity, now, before: ridgeOf(upTo) }] : [];
    });
    const focus = shown.find(({ identity }) => identity.run === focusRun) ?? shown[0];
    // of runs that go on some are analysed a moment later than others: only one that has stopped is told apart for good
    const named = shown.map(({ identity, ...one }) => {
      const hasStopped = identity.status === "diverged" || identity.status === "failed";
      const name = hasStopped ? nameAt(identity.name, one.now.step, focus?.now.step ?? 0) : identity.name;
      return { ...one, identity: { ...identity, name } };
    });
    return {
      layers: withAllLayers(layers)
        .filter(({ name }) => name === ALL_LAYERS || names.has(name))
        .map((layer) => layerModel(layer, named, focus, ideal)),
      part: drawn.length < layers.length ? `${drawn.length} of ${layers.length} layers` : null,
      step: focus?.now.step ?? null,
      summary: spectrumSummary(
        focus?.identity.name ?? null,
        focus?.now.step ?? null,
        focus?.now.layers.filter(({ name }) => names.has(name)) ?? [],
        ideal,
      ),
    };
  },
);

/** Evenly spaced snapshots before the last, the first among them. */
function ridgeOf(snapshots: readonly SpectrumSnapshot[]): SpectrumSnapshot[] {
  const older = snapshots.slice(0, -1);
  const every = Math.ceil(older.length / RIDGE_LIMIT);
  return older.filter((_, index) => index % every === 0);
}

/** The layers, and before them all of them as one where there are several. */
export function withAllLayers(layers: readonly LayerShape[]): readonly { name: string; shape: readonly number[] }[] {
  const weights = layers.reduce((sum, { shape: [outputs, inputs] }) => sum + outputs * inputs, 0);
  return layers.length > 1 ? [{ name: ALL_LAYERS, shape: [weights] }, ...layers] : layers;
}

/** The spectrum of a layer, or of all as one, among those of a run; undefined where the method has none. */
export function layerOf(layers: readonly LayerSpectrum[], name: string): LayerSpectrum | undefined {
  if (name === ALL_LAYERS && layers.length > 0) return pooledSpectrum(layers);
  return layers.find((candidate) => candidate.name === name);
}

function layerModel(
  { name, shape }: { name: string; shape: readonly number[] },
  shown: readonly Shown[],
  focus: Shown | undefined,
  ideal: IdealModel,
): SpectrumLayerModel {
  const curves = shown.flatMap(({ identity, now }) => curveOf(name, identity, now));
  const ridge = focus ? focus.before.flatMap((snapshot) => curveOf(name, focus.identity, snapshot)) : [];
  const ideals = idealCurves(name, ideal);
  const { estimate, bar } = estimateOf(curves.length > 0 ? curves : ridge);
  const size = shape.map((count) => count.toLocaleString("en")).join("×");
  const called = layerName(name, "little");
  const known = estimate && `, ${estimate}`;
  return {
    name,
    labels: [
      `${called}, ${size}${known}`,
      `${called}${known}`,
      `${name === ALL_LAYERS ? "all" : called}${bar ? ` ${bar}` : known}`,
      name === ALL_LAYERS ? "all" : called,
    ],
    dimension: shape.reduce((product, count) => product * count, 1),
    curves,
    ridge,
    ideals,
    domain: domainOf([...curves, ...ridge, ...ideals]),
  };
}

/** Both forms of the ideal for a layer, as far as they exist. */
function idealCurves(layer: string, { layers }: IdealModel): IdealCurve[] {
  const known = layers.find(({ name }) => name === layer);
  return IDEAL_FORMS.flatMap((form: IdealForm) => {
    const spectrum = known?.[form];
    if (!spectrum) return [];
    const name = `${IDEAL_NAMES[form].name} ${IDEAL_NAMES[form].formula}`;
    return [{ form, run: form, name, token: form, variant: 0, step: 0, ...spectrumDensity(spectrum) }];
  });
}

/** What a label says of curves of which some are estimates: "est. ±2.1 %", and the widest error bar of it; nothing where none is. */
function estimateOf(curves: readonly SpectrumCurve[]): { estimate: string; bar: string } {
  if (!curves.some(({ method }) => method === "quadrature")) return { estimate: "", bar: "" };
  const errors = curves.flatMap(({ standardError }) => standardError ?? []);
  const bar = errors.length > 0 ? formatErrorBar(Math.max(...errors)) : "";
  return { estimate: `est. ${bar}`.trim(), bar };
}

function curveOf(
  layer: string,
  { run, name, token, variant }: SeriesModel,
  { step, layers }: SpectrumSnapshot,
): SpectrumCurve[] {
  const spectrum = layerOf(layers, layer);
  return spectrum ? [{ run, name, token, variant, step, ...spectrumDensity(spectrum) }] : [];
}

function domainOf(curves: readonly SpectrumCurve[]): [number, number] {
  const logs = curves.flatMap(({ points }) => [points[0]?.logValue ?? [], points.at(-1)?.logValue ?? []].flat());
  return logs.length > 0 ? [Math.min(...logs), Math.max(...logs)] : [-3, 0];
}
