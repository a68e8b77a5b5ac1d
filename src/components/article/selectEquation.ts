import { selectObjectiveNow, valueAt } from "../../store/chartSelectors";
import { createStableSelector } from "../../store/memo";
import { metaRunOf } from "../../store/metaRun";

/** Every number of Q at one meta-update; null before the first, and all but λ where no APO method races. */
export interface EquationNumbers {
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
export const selectEquation = createStableSelector((state): EquationNumbers => {
  const now = selectObjectiveNow(state);
  const run = metaRunOf(state);
  const rawFsd = now && run ? valueAt(state, run.run, "fsd", now.step) : null;
  const rawWsd = now && run ? valueAt(state, run.run, "wsd", now.step) : null;
  return {
    step: now?.step ?? null,
    total: now?.total ?? null,
    loss: now?.loss ?? null,
    lambdaFsd: weight(now?.fsd, rawFsd) ?? run?.hyperparams.lambdaFsd ?? null,
    fsd: rawFsd,
    lambdaWsd: weight(now?.wsd, rawWsd) ?? run?.hyperparams.lambdaWsd ?? null,
    wsd: rawWsd,
  };
});

/** The factor between a weighted and a raw term; null where the raw term says nothing about it. */
function weight(weighted: number | undefined, raw: number | null): number | null {
  return weighted === undefined || raw === null || raw === 0 ? null : Number((weighted / raw).toPrecision(6));
}
