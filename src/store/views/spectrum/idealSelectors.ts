import { IDEAL_FORMS, type IdealForm, idealEigenvalues } from "../../../config/formulas/ideal";
import { readsHyperparam } from "../../../config/tables/hyperparamRange";
import type { Lambdas } from "../../../config/tables/lambdas";
import type { LayerSpectrum } from "../../../config/tables/metrics";
import { lambdasAt, stepInForce } from "../../experiment/hyperparamAt";
import { createStableSelector } from "../../experiment/memo";
import { metaRunOf } from "../../experiment/metaRun";
import type { ExperimentState, RunState } from "../../experiment/state";
import { runName } from "../../words/runName";

/** Both forms for one layer; null where the matrix has no inverse. */
export type IdealLayer = { name: string } & Record<IdealForm, LayerSpectrum | null>;

/** The best preconditioner of the task at the λ of a run, where it is known. */
export interface IdealModel {
  /** Run whose λ they are, and its name; null where no run weighs FSD. */
  run: string | null;
  name: string | null;
  lambdas: Lambdas | null;
  /** Empty where there is no closed form. */
  layers: readonly IdealLayer[];
  /** Why a form is missing, in a sentence; null where none is, or nothing is known yet. */
  why: string | null;
}

const NO_CLOSED_FORM =
  "No ideal is drawn here: (H + λ_FSD G + λ_WSD I)⁻¹ has a closed form only where H and G are the same at every θ. Choose the task Linear regression to see it.";
const NO_LAMBDAS = "No ideal is drawn: no method of this race weighs λ_FSD and λ_WSD. Add APO-P to see it.";
const SINGULAR = {
  linearised: "λ_FSD G + λ_WSD I has no inverse at these prices: the linearised form does not exist.",
  exact: "H + λ_FSD G + λ_WSD I has no inverse at these prices: raise λ_WSD to see the ideal.",
};

/** The ideal at the λ of the focus run in force in the step shown, or in the last one taken; before the first, of the sliders. */
export const selectIdeal = createStableSelector((state): IdealModel => {
  const { curvature, config, status } = state;
  const run = weighingRunOf(state);
  const name = run && runName(config.optimizers, run.run);
  const about = { run: run?.run ?? null, name, lambdas: run && lambdasAt(state, run, stepInForce(state)) };
  if (!curvature) return { ...about, layers: [], why: status === "loading" ? null : NO_CLOSED_FORM };
  const { lambdas } = about;
  if (!lambdas) return { ...about, layers: [], why: NO_LAMBDAS };
  const layers = curvature.map((layer): IdealLayer => {
    const form = (which: IdealForm) => asSpectrum(layer.name, idealEigenvalues(layer.eigenvalues, lambdas, which));
    return { name: layer.name, exact: form("exact"), linearised: form("linearised") };
  });
  const missing = IDEAL_FORMS.find((form) => layers.some((layer) => layer[form] === null));
  return { ...about, layers, why: missing ? SINGULAR[missing] : null };
});

/** The focus run where it weighs FSD, else the first APO run, else the first that weighs it. */
function weighingRunOf(state: ExperimentState): RunState | null {
  const weighing = state.runs.filter(({ optimizer }) => readsHyperparam(optimizer, "lambdaFsd"));
  const find = (wanted: string | null | undefined) => weighing.find(({ run }) => run === wanted);
  return find(state.focusRun) ?? find(metaRunOf(state)?.run) ?? weighing[0] ?? null;
}

function asSpectrum(name: string, eigenvalues: number[] | null): LayerSpectrum | null {
  if (!eigenvalues) return null;
  const dimension = eigenvalues.length;
  return { name, method: "exact", dimension, eigenvalues, weights: eigenvalues.map(() => 1 / dimension) };
}
