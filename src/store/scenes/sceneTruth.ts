import { type AskTruth, truthOf } from "../../config/scenes/askTruth";
import type { SceneAsk } from "../../config/scenes/sceneSet";
import { cell, rowOfStep } from "../experiment/columns";
import type { ExperimentState } from "../experiment/state";

/** What the run on the page says to a question; null before it has come so far. */
export function truthIn({ runs, step }: Pick<ExperimentState, "runs" | "step">, ask: SceneAsk): AskTruth | null {
  if (step < ask.about.to) return null;
  return truthOf(ask, (name, quantity, at) => {
    const run = runs.find((one) => one.run === name);
    if (!run || run.status === "diverged" || run.status === "failed") return null;
    if (quantity === "learningRate") {
      const row = rowOfStep(run.columns, at - 1);
      return row < 0 ? null : cell(run.columns, "learningRate", row);
    }
    return run.evaluations.findLast((one) => one.step <= at)?.[quantity] ?? null;
  });
}
