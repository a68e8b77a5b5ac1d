import type { PreconditionerState } from "../../config/formulas/preconditionerState";
import type { LayerSpectrum } from "../../config/tables/metrics";
import { diagonalSpectrum } from "./diagonal";
import { eigenbasisSpectrum } from "./eigenbasis";
import { eigenvaluesSpectrum } from "./eigenvalues";
import { kfacSpectrum } from "./kfac";
import { scalarSpectrum } from "./scalar";

type Kind = PreconditionerState["kind"];
type SpectrumFunction<K extends Kind> = (state: Extract<PreconditionerState, { kind: K }>) => LayerSpectrum[];

/** How the eigenvalues of each kind of preconditioner are found. */
const SPECTRUM: { [K in Kind]: SpectrumFunction<K> } = {
  scalar: scalarSpectrum,
  diagonal: diagonalSpectrum,
  kfac: kfacSpectrum,
  eigenvalues: eigenvaluesSpectrum,
  eigenbasis: eigenbasisSpectrum,
};

/**
 * Eigenvalues per layer of a run's implied preconditioner, the same for the same state. Throws an error that names the
 * layer when a value is not finite.
 */
export function spectrumOf<K extends Kind>(state: Extract<PreconditionerState, { kind: K }>): LayerSpectrum[] {
  return SPECTRUM[state.kind as K](state);
}
