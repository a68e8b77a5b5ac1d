import { hasMetaUpdates } from "../tables/hyperparamRange";
import type { ObjectiveSettings } from "../tables/lambdas";
import type { OptimizerId } from "../tables/optimizers";

/** The run whose λ_FSD and λ_WSD hold for methods without: the first APO run of a race; undefined where none races. */
export const objectiveRunOf = <Run extends { optimizer: OptimizerId }>(runs: readonly Run[]): Run | undefined =>
  runs.find(({ optimizer }) => hasMetaUpdates(optimizer));

/** What a race's proximal objective is weighed with in a step: the settings of `objectiveRunOf`, else `fallback`. */
export function objectiveInForce<Run extends { optimizer: OptimizerId }>(
  runs: readonly Run[],
  settingsOf: (run: Run) => ObjectiveSettings,
  fallback: ObjectiveSettings,
): ObjectiveSettings {
  const run = objectiveRunOf(runs);
  return objectiveSettings(run ? settingsOf(run) : fallback);
}

/** λ_FSD, λ_WSD and the KL direction of some hyperparameters. */
export const objectiveSettings = ({ lambdaFsd, lambdaWsd, klDirection }: ObjectiveSettings): ObjectiveSettings => ({
  lambdaFsd,
  lambdaWsd,
  klDirection,
});
