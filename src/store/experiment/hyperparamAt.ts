import type { NumericHyperparamName } from "../../config/tables/hyperparamNames";
import type { Lambdas } from "../../config/tables/lambdas";
import { shownStep } from "./shownStep";
import type { ExperimentState, RunState } from "./state";

type Moved = Pick<ExperimentState, "config" | "interventions">;

/**
 * The step whose numbers are on screen, for what depends on the settings in force in it: the step shown, else the last one taken;
 * null before the first. A move that waits for its step is in force in none of them.
 */
export function stepInForce(state: Pick<ExperimentState, "display" | "step">): number | null {
  if (state.step === 0) return null;
  const taken = state.step - 1;
  return Math.min(shownStep(state) ?? taken, taken);
}

/** A hyperparameter of a run as it acted in a step, from the run's start and the moves since; null: as its slider stands. */
export function hyperparamAt(
  { config, interventions }: Moved,
  { run, hyperparams }: Pick<RunState, "run" | "hyperparams">,
  name: NumericHyperparamName,
  step: number | null,
): number {
  if (step === null) return hyperparams[name];
  let value = (config.optimizers.find((entry) => entry.run === run)?.hyperparams ?? hyperparams)[name];
  for (const move of interventions) {
    if (move.step > step) break;
    if (move.run === run && move.name === name && typeof move.value === "number") value = move.value;
  }
  return value;
}

/** λ_FSD and λ_WSD of a run by `hyperparamAt`. */
export const lambdasAt = (state: Moved, run: Pick<RunState, "run" | "hyperparams">, step: number | null): Lambdas => ({
  lambdaFsd: hyperparamAt(state, run, "lambdaFsd", step),
  lambdaWsd: hyperparamAt(state, run, "lambdaWsd", step),
});
