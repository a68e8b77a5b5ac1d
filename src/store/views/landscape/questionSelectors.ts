import { isGridRun } from "../../../config/experiment/learningRateGrid";
import { hasMetaUpdates, readsHyperparam } from "../../../config/tables/hyperparamRange";
import type { Hyperparams } from "../../../config/tables/hyperparams";
import type { Lambdas } from "../../../config/tables/lambdas";
import { LANDSCAPE_STEPS, type LandscapeId } from "../../../config/tables/landscape";
import { LANDSCAPE_LAMBDAS, landscapeSettings } from "../../../config/tables/landscapeSettings";
import type { OptimizerId } from "../../../config/tables/optimizers";
import type { LandscapeRequest } from "../../../protocol/landscape";
import { createListSelector, createSelector, createStableSelector } from "../../experiment/memo";
import type { ExperimentState } from "../../experiment/state";

/** What the worker is asked. */
export type LandscapeQuestion = Omit<LandscapeRequest, "id">;

/** λ_FSD and λ_WSD: those of the run whose sliders are shown, as far as it reads them, else the landscape's own. */
export function landscapeLambdas({ runs, focusRun }: Pick<ExperimentState, "runs" | "focusRun">): Lambdas {
  const focus = runs.find(({ run }) => run === focusRun);
  const read = (name: keyof Lambdas) =>
    focus && readsHyperparam(focus.optimizer, name) ? focus.hyperparams[name] : LANDSCAPE_LAMBDAS[name];
  return { lambdaFsd: read("lambdaFsd"), lambdaWsd: read("lambdaWsd") };
}

/** Settings that a run brings along from the race; the others are the landscape's own, chosen for its problems. */
function settingsOf(problem: LandscapeId, optimizer: OptimizerId, live: Hyperparams, lambdas: Lambdas): Hyperparams {
  const settings = { ...landscapeSettings(problem, optimizer), ...lambdas };
  if (!hasMetaUpdates(optimizer)) return settings;
  const { metaUpdateInterval, metaLearningRate } = live;
  return { ...settings, metaUpdateInterval, metaLearningRate };
}

const racing = ({ runs }: ExperimentState) => runs.filter(({ run }) => !isGridRun(run));
const selectMethods = createStableSelector((state) => racing(state).map(({ run, optimizer }) => ({ run, optimizer })));
const selectSettings = createListSelector((state) => racing(state).map(({ hyperparams }) => hyperparams));

/** What the worker is asked for this state; the same object as long as it would be the same. */
export const selectLandscapeQuestion = createSelector(
  (state: ExperimentState) => ({
    problem: state.display.landscape.problem,
    theta: state.display.landscape.theta,
    ...landscapeLambdas(state),
    methods: selectMethods(state),
    settings: selectSettings(state),
  }),
  ({ problem, theta, lambdaFsd, lambdaWsd, methods, settings }): LandscapeQuestion => ({
    problem,
    theta,
    lambdaFsd,
    lambdaWsd,
    methods: methods.map(({ run, optimizer }, index) => {
      const live = settings[index] as Hyperparams;
      return { run, optimizer, hyperparams: settingsOf(problem, optimizer, live, { lambdaFsd, lambdaWsd }) };
    }),
    steps: LANDSCAPE_STEPS,
  }),
);
