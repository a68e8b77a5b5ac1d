import type { LayerSpectrum } from "../config/metrics";
import type { LayerShape } from "../config/preconditionerState";
import { formatErrorBar } from "./format";
import { createListSelector, createSelector } from "./memo";
import { selectSeries } from "./selectors";
import { shownStep } from "./shownStep";
import { spectrumDensity } from "./spectrumCurve";
import type { SpectrumSnapshot } from "./state";
import { spectrumSummary } from "./summaries";
import type { SeriesIdentity, SpectrumCurve, SpectrumLayerModel, SpectrumModel } from "./viewModels";

/** Older curves drawn behind the current one. */
const RIDGE_LIMIT = 7;

const selectSpectra = createListSelector(({ runs }) => runs.map(({ spectra }) => spectra));
const selectLayers = createListSelector(({ runs }) => runs.find(({ layers }) => layers.length > 0)?.layers ?? []);

/** A run that is drawn, with the snapshot of the step looked at and the older ones of the ridge. */
interface Shown {
  identity: SeriesIdentity;
  now: SpectrumSnapshot;
  before: readonly SpectrumSnapshot[];
}

/** Spectra of the implied preconditioners, per layer, at the step shown; older ones of the focus run. */
export const selectSpectrum = createSelector(
  (state) => ({
    spectra: selectSpectra(state),
    identities: selectSeries(state),
    layers: selectLayers(state),
    focusRun: state.focusRun,
    shown: shownStep(state),
  }),
  ({ spectra, identities, layers, focusRun, shown: at }): SpectrumModel => {
    const shown = identities.flatMap((identity, index): Shown[] => {
      const upTo = (spectra[index] ?? []).filter(({ step }) => step <= (at ?? Number.POSITIVE_INFINITY));
      const now = upTo.at(-1);
      return identity.visibility === "shown" && now ? [{ identity, now, before: ridgeOf(upTo) }] : [];
    });
    const focus = shown.find(({ identity }) => identity.run === focusRun) ?? shown[0];
    return {
      layers: layers.map((layer) => layerModel(layer, shown, focus)),
      step: focus?.now.step ?? null,
      summary: spectrumSummary(focus?.identity.name ?? null, focus?.now.step ?? null, focus?.now.layers ?? []),
    };
  },
);

/** Evenly spaced snapshots before the last, the first among them. */
function ridgeOf(snapshots: readonly SpectrumSnapshot[]): SpectrumSnapshot[] {
  const older = snapshots.slice(0, -1);
  const every = Math.ceil(older.length / RIDGE_LIMIT);
  return older.filter((_, index) => index % every === 0);
}

function layerModel(
  { name, shape }: LayerShape,
  shown: readonly Shown[],
  focus: Shown | undefined,
): SpectrumLayerModel {
  const curves = shown.flatMap(({ identity, now }) => curveOf(name, identity, now));
  const ridge = focus ? focus.before.flatMap((snapshot) => curveOf(name, focus.identity, snapshot)) : [];
  const { word, bar } = estimateOf(curves.length > 0 ? curves : ridge);
  return {
    name,
    labels: [`${name}, ${shape[0]}×${shape[1]}${word}${bar}`, `${name}${word}${bar}`, `${name}${bar || word}`],
    dimension: shape[0] * shape[1],
    curves,
    ridge,
    domain: domainOf([...curves, ...ridge]),
  };
}

/** What a label says of curves of which some are estimates: ", est." and the widest error bar, " ±2.1 %". */
function estimateOf(curves: readonly SpectrumCurve[]): { word: string; bar: string } {
  if (!curves.some(({ method }) => method === "quadrature")) return { word: "", bar: "" };
  const errors = curves.flatMap(({ standardError }) => standardError ?? []);
  return { word: ", est.", bar: errors.length > 0 ? ` ${formatErrorBar(Math.max(...errors))}` : "" };
}

function curveOf(
  layer: string,
  { run, name, token }: SeriesIdentity,
  { step, layers }: SpectrumSnapshot,
): SpectrumCurve[] {
  const spectrum = layers.find((candidate): candidate is LayerSpectrum => candidate.name === layer);
  return spectrum ? [{ run, name, token, step, ...spectrumDensity(spectrum) }] : [];
}

function domainOf(curves: readonly SpectrumCurve[]): [number, number] {
  const logs = curves.flatMap(({ points }) => [points[0]?.logValue ?? [], points.at(-1)?.logValue ?? []].flat());
  return logs.length > 0 ? [Math.min(...logs), Math.max(...logs)] : [-3, 0];
}
