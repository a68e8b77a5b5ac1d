import type { IdealForm } from "../../../config/formulas/ideal";
import type { SpectrumMethod } from "../../../config/tables/metrics";

/** Density of one run's eigenvalues over log₁₀ of the eigenvalue; heights in [0, 1], 1 at the curve's own peak. */
export interface SpectrumCurve {
  run: string;
  name: string;
  token: string;
  /** As of its series. */
  variant: number;
  step: number;
  method: SpectrumMethod;
  /** Of an estimate: relative standard error of the geometric mean eigenvalue, the centre of the curve; null where exact. */
  standardError: number | null;
  points: readonly { logValue: number; height: number }[];
  /** Share of the eigenvalues that a log axis cannot show: 0, negative, or below 1e-12 of the largest. */
  hiddenShare: number;
  /** Share of the eigenvalues per decade at the curve's own peak, height 1. */
  peak: number;
  min: number;
  max: number;
  mean: number;
  /** Largest by smallest positive eigenvalue, null where none is positive. */
  conditionNumber: number | null;
  /** Mean times dimension. */
  trace: number;
}

/** The best preconditioner's density, one curve for each form that exists. */
export interface IdealCurve extends SpectrumCurve {
  form: IdealForm;
}

/** One layer, or all of them first where there are several: the current curve of each shown run, and older curves of the focus run for the ridge, oldest first. */
export interface SpectrumLayerModel {
  name: string;
  /** "dense 1, 64×65, est. ±2.1 %", and in less and less room: "dense 1, est. ±2.1 %", "dense 1 ±2.1 %", "dense 1". */
  labels: readonly string[];
  dimension: number;
  curves: readonly SpectrumCurve[];
  ridge: readonly SpectrumCurve[];
  /** Overlays where there is a closed form, else empty. */
  ideals: readonly IdealCurve[];
  /** log₁₀ of the smallest and largest eigenvalue over curves and ridge. */
  domain: readonly [number, number];
}

export interface SpectrumModel {
  layers: readonly SpectrumLayerModel[];
  /** "7 of 62 layers"; null where all are there. */
  part: string | null;
  /** At the hovered step or the latest. */
  step: number | null;
  summary: string;
}
