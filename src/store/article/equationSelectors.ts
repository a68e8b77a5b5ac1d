import { selectObjectiveNow } from "../charts/chartSelectors";
import { createStableSelector } from "../experiment/memo";
import { metaRunOf } from "../experiment/metaRun";

/** Every number of Q at one meta-update; null before the first, and all but λ where no APO method races. */
export interface EquationModel {
  step: number | null;
  total: number | null;
  loss: number | null;
  lambdaFsd: number | null;
  /** Without λ. */
  fsd: number | null;
  lambdaWsd: number | null;
  /** ½‖θ′ − θ‖², without λ. */
  wsd: number | null;
}

/** The focus run's Q at the hovered or latest meta-update, with the λ that acted in that step. */
export const selectEquation = createStableSelector((state): EquationModel => {
  const now = selectObjectiveNow(state);
  const lambdas = now?.lambdas ?? metaRunOf(state)?.hyperparams;
  return {
    step: now?.step ?? null,
    total: now?.total ?? null,
    loss: now?.loss ?? null,
    lambdaFsd: lambdas?.lambdaFsd ?? null,
    fsd: now?.raw.fsd ?? null,
    lambdaWsd: lambdas?.lambdaWsd ?? null,
    wsd: now?.raw.wsd ?? null,
  };
});
