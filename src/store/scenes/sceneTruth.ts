import { type AskTruth, truthOf } from "../../config/scenes/askTruth";
import type { AskedQuantity, SceneAsk } from "../../config/scenes/sceneSet";
import { cell, rowOfStep } from "../experiment/columns";
import type { ExperimentState } from "../experiment/state";

/** What the run on the page says to a question; null before it has come so far. */
export function truthIn(state: Pick<ExperimentState, "runs" | "step">, ask: SceneAsk): AskTruth | null {
  if (state.step < ask.about.to) return null;
  return truthOf(ask, (run, quantity, at) => askedValue(state, run, quantity, at));
}

/** What is asked about, of a run after so many steps; null where there is no such number. */
export function askedValue(
  { runs }: Pick<ExperimentState, "runs">,
  name: string,
  quantity: AskedQuantity,
  at: number,
): number | null {
  const run = runs.find((one) => one.run === name);
  if (!run || run.status === "diverged" || run.status === "failed") return null;
  if (quantity === "learningRate") {
    const row = rowOfStep(run.columns, at - 1);
    return row < 0 ? null : cell(run.columns, "learningRate", row);
  }
  return run.evaluations.findLast((one) => one.step <= at)?.[quantity] ?? null;
}
