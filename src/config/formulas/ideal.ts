import type { Lambdas } from "../tables/lambdas";

/** `exact` keeps the loss as it is, (H + λ_FSD G + λ_WSD I)⁻¹; `linearised` its slope only, (λ_FSD G + λ_WSD I)⁻¹. */
export const IDEAL_FORMS = ["exact", "linearised"] as const;
export type IdealForm = (typeof IDEAL_FORMS)[number];

/** What each form is called: Algorithm 1 tends to the first. */
export const IDEAL_NAMES: Record<IdealForm, { name: string; formula: string }> = {
  exact: { name: "ideal", formula: "(H + λ_FSD G + λ_WSD I)⁻¹" },
  linearised: { name: "linearised", formula: "(λ_FSD G + λ_WSD I)⁻¹" },
};

/** Eigenvalues of the inverse, ascending, from those of H = G; null where it does not exist. */
export function idealEigenvalues(
  curvature: readonly number[],
  { lambdaFsd, lambdaWsd }: Lambdas,
  form: IdealForm,
): number[] | null {
  const damped = curvature.map((h) => (form === "exact" ? h : 0) + lambdaFsd * h + lambdaWsd);
  return damped.every((value) => value > 0) ? damped.map((value) => 1 / value).sort((a, b) => a - b) : null;
}
