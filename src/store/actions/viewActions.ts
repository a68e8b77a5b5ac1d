import { VIEW_IDS, type ViewId } from "../../config/tables/views";
import type { ExperimentStore } from "../experiment/experimentStore";
import { clampLandscapeStep, clampTheta, type LandscapeChoice, landscapeFrom } from "../experiment/landscapeState";
import { scrubbed } from "../experiment/shownStep";
import type { ViewState } from "../experiment/state";
import { canWalk } from "../experiment/walk";
import type { Actions } from "./actions";
import type { Host } from "./host";

/** Actions that change what is looked at, never a number of the run. */
export type ViewActions = Pick<
  Actions,
  | "toggleSeries"
  | "setXAxis"
  | "setLossSplit"
  | "setLossScale"
  | "setSmoothing"
  | "setHover"
  | "scrubTo"
  | "chooseMove"
  | "toggleView"
  | "walkTo"
  | "walkOn"
  | "setSpectrumLayer"
  | "setLandscapeProblem"
  | "setLandscapeTheta"
  | "setLandscapeStep"
  | "setTheme"
>;

/** The view's actions over a store; the worker hears which views are open. */
export function createViewActions(store: ExperimentStore, host: Pick<Host, "send">): ViewActions {
  const state = () => store.getState();
  const setView = (part: Partial<ViewState>) => {
    const { view } = state();
    const isNew = (Object.keys(part) as (keyof ViewState)[]).some((key) => part[key] !== view[key]);
    if (isNew) store.setState({ view: { ...view, ...part } });
  };
  const setLandscape = (part: Partial<LandscapeChoice>) =>
    setView({ landscape: { ...state().view.landscape, ...part } });
  const toggleView = (view: ViewId) => {
    const { openViews } = state().view;
    const next = openViews.includes(view)
      ? openViews.filter((open) => open !== view)
      : VIEW_IDS.filter((id) => id === view || openViews.includes(id));
    setView({ openViews: next, ...(next.includes("lookahead") ? {} : { walkStage: null }) });
    host.send({ type: "setViews", experiment: state().experiment, views: next });
  };

  return {
    toggleSeries(run) {
      const { hiddenRuns } = state().view;
      setView({
        hiddenRuns: hiddenRuns.includes(run) ? hiddenRuns.filter((other) => other !== run) : [...hiddenRuns, run],
      });
    },
    setXAxis: (xAxis) => setView({ xAxis }),
    setLossSplit: (lossSplit) => setView({ lossSplit }),
    setLossScale: (lossScale) => setView({ lossScale }),
    setSmoothing: (smoothing) => setView({ smoothing }),
    setHover: (hoverStep) => setView({ hoverStep }),
    scrubTo: (step) => setView({ scrubStep: scrubbed(state(), step), walkStage: null }),
    chooseMove(key) {
      setView({ chosenMove: key });
      if (!state().view.openViews.includes("effect")) toggleView("effect");
    },
    toggleView,
    walkTo(stage) {
      if (stage === null) setView({ walkStage: null });
      else if (canWalk(state())) setView({ walkStage: stage, scrubStep: null });
    },
    walkOn() {
      if (!canWalk(state())) return;
      setView({ walkStage: 1 });
      host.send({ type: "step", experiment: state().experiment });
    },
    setSpectrumLayer: (spectrumLayer) => setView({ spectrumLayer }),
    setLandscapeProblem: (problem) => setLandscape(landscapeFrom(problem, state().view.landscape.step)),
    setLandscapeTheta(wanted) {
      const { problem, theta } = state().view.landscape;
      const next = clampTheta(problem, wanted);
      if (next.join() !== theta.join()) setLandscape({ theta: next });
    },
    setLandscapeStep: (step) => setLandscape({ step: clampLandscapeStep(step) }),
    setTheme: (theme) => setView({ theme }),
  };
}
